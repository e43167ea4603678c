/**
 * What a PDF says of itself, as XMP: its title, whose it is, and that it keeps PDF/UA-1 and PDF/A-2a, which
 * `tests/pdf/verapdf.test.ts` has judged. pdfkit writes titles without escaping them, and only one of the two.
 */
import type { PdfDocument } from 'pdfmake/js/PDFDocument.js';
import { escaped } from '../../core/markup.ts';
import { pdfmakeModule } from './pdfmake-modules.ts';

/** Characters that no XML may hold (XML 1.0, 2.2). */
const never = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const xml = (text: string): string => escaped(text.toWellFormed().replace(never, ''));

/** Nothing where nothing is said. */
const inAnyLanguage = (name: string, text = ''): string =>
  text === '' ? '' : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt></${name}>`;

/** PDF/A wants a description of every schema that it does not know itself (ISO 19005-2, 6.6.2.3); that of PDF/UA is one. */
const schemaOfPdfUa = `
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;

const xmpOf = ({ Title, Subject, Creator, Producer, CreationDate }: PdfDocument['info']): string => `
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>${CreationDate.toISOString().slice(0, 19)}Z</xmp:CreateDate>
<xmp:CreatorTool>${xml(Creator)}</xmp:CreatorTool>
${inAnyLanguage('dc:title', Title)}
${inAnyLanguage('dc:description', Subject)}
<pdf:Producer>${xml(Producer)}</pdf:Producer>
</rdf:Description>${schemaOfPdfUa}`;

/** The part of PDF/A that pdfkit makes the file ready for: an sRGB profile for its colours, and its name in the XMP. */
export const archivable = 'PDF/A-2a';

/** Makes pdfkit write our XMP, once in a process. */
export const installMetadata = (): void => {
  const { prototype } = pdfmakeModule('PDFDocument').default;
  prototype._addInfo = function () {
    this.appendXML(xmpOf(this.info));
  };
};
