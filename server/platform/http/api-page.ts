/** The OpenAPI document as one page to read: no script, nothing from outside. */
import { escaped as escapedText } from '../../core/markup.ts';
import { isObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';

const escaped = (value: unknown): string => escapedText(String(value));

const objects = (value: JsonValue | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
const entries = (value: JsonValue | undefined): [string, JsonObject][] =>
  Object.entries(isObject(value) ? value : {}).flatMap(([key, entry]) => (isObject(entry) ? [[key, entry]] : []));

const schemaText = (schema: JsonValue | undefined): string =>
  `<pre tabindex="0">${escaped(JSON.stringify(schema, null, 2))}</pre>`;

const bodyOf = (holder: JsonObject): string =>
  entries(holder['content'])
    .map(([type, { schema }]) => `<p>${escaped(type)}</p>${schema === undefined ? '' : schemaText(schema)}`)
    .join('');

const whoMay = ({ 'x-who': who, 'x-scope': scope }: JsonObject): string => {
  const people =
    who === 'anyone' ? 'Anyone' : who === 'signed-in' ? 'Anybody signed in' : [who].flat().map(String).join(', ');
  return `<p>Who: ${escaped(people)}${scope === undefined ? '' : `; a key with the scope <code>${escaped(scope)}</code>`}</p>`;
};

const operationHtml = (method: string, path: string, operation: JsonObject): string => {
  const rows = objects(operation['parameters'])
    .map(
      ({ name, in: place, required, schema, description }) =>
        `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${escaped(place)}${required === true ? ', needed' : ''}</td><td><code>${escaped(JSON.stringify(schema))}</code> ${escaped(description ?? '')}</td></tr>`,
    )
    .join('');
  const body = isObject(operation['requestBody']) ? `<h4>Sent</h4>${bodyOf(operation['requestBody'])}` : '';
  const replies = entries(operation['responses'])
    .filter(([, reply]) => reply['$ref'] === undefined)
    .map(([status, reply]) => `<h4>${escaped(status)}</h4>${bodyOf(reply)}`)
    .join('');
  const problems = entries(operation['responses']).flatMap(([status, reply]) =>
    reply['$ref'] === undefined ? [] : [status],
  );
  return `<details><summary><code>${escaped(method.toUpperCase())} ${escaped(path)}</code> ${escaped(operation['summary'])}</summary>
${whoMay(operation)}${rows === '' ? '' : `<table><tbody>${rows}</tbody></table>`}${body}${replies}<p>Problems: ${problems.join(', ')}</p></details>`;
};

export const apiPage = (document: JsonObject): string => {
  const groups = new Map<string, string[]>();
  for (const [path, methods] of entries(document['paths']))
    for (const [method, operation] of entries(methods)) {
      const tag = [operation['tags']].flat().map(String)[0] ?? '';
      groups.set(tag, [...(groups.get(tag) ?? []), operationHtml(method, path, operation)]);
    }
  const { title, description } = isObject(document['info']) ? document['info'] : {};
  const sections = [...groups].map(([tag, parts]) => `<section><h2>${escaped(tag)}</h2>${parts.join('\n')}</section>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}: interface</title>
<style nonce="__CSP_NONCE__">body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d2433}
pre{background:#f5f6f8;padding:1rem;overflow:auto}summary{padding:.4rem 0;cursor:pointer}th{text-align:left;padding-right:1rem}
details{border-bottom:1px solid #d5d9e0}code{overflow-wrap:anywhere}</style></head>
<body><main><h1>${escaped(title)}: interface</h1><p>${escaped(description)}</p>
<p><a href="/api/openapi.json">The same as OpenAPI 3.1 (JSON)</a></p>${sections.join('\n')}</main></body></html>`;
};
