/** The same long form for both sides: text questions, every fifth a choice, every tenth shown only on an answer. */
interface Properties {
  [key: string]: { type: 'string'; title: string; maxLength?: number; enum?: string[] };
}

const keys = (count: number): string[] => Array.from({ length: count }, (_, index) => `question${index + 1}`);

const propertiesOf = (count: number): Properties =>
  Object.fromEntries(
    keys(count).map((key, index) => [
      key,
      index % 5 === 4
        ? { type: 'string' as const, title: `Question ${index + 1}`, enum: ['first', 'second', 'third'] }
        : { type: 'string' as const, title: `Question ${index + 1}`, maxLength: 200 },
    ]),
  );

const controlsOf = (count: number) =>
  keys(count).map((key, index) => ({
    type: 'Control',
    scope: `#/properties/${key}`,
    ...(index % 10 === 9
      ? {
          rule: {
            effect: 'SHOW',
            condition: { scope: '#/properties/question5', schema: { enum: ['first', 'second', 'third'] } },
          },
        }
      : {}),
  }));

/** JSON Schema and UI schema of a form with `count` questions on one page, as stock JSON Forms takes them. */
export const manyFields = (count: number) => ({
  schema: { type: 'object', properties: propertiesOf(count), required: ['question1', 'question2'] },
  uischema: { type: 'VerticalLayout', elements: controlsOf(count) },
});

/** The same questions as a form package, `perPage` to a page: its files by path. */
export const manyFieldsPackage = (id: string, count: number, perPage: number): Record<string, string> => {
  const properties = propertiesOf(count);
  const controls = controlsOf(count);
  const pages = Array.from({ length: Math.ceil(count / perPage) }, (_, page) => ({
    type: 'Category',
    i18n: `page.page${page + 1}`,
    elements: controls.slice(page * perPage, (page + 1) * perPage),
  }));
  const texts: Record<string, string> = {
    'form.title': `A form of ${count} questions`,
    'form.summary': 'Made for measuring.',
    'form.group': 'Benchmarks',
    'form.button': 'Send',
    'form.confirm': 'Send it now?',
    'form.header': 'Benchmark',
    'form.classification': 'NOT SENSITIVE',
    'mail.submitted.subject': 'Received',
    'mail.submitted.body': 'We have your form.',
  };
  pages.forEach((_page, index) => (texts[`page.page${index + 1}.label`] = `Page ${index + 1}`));
  for (const [key, property] of Object.entries(properties)) {
    texts[`${key}.label`] = property.title;
    for (const value of property.enum ?? []) texts[`${key}.option.${value}`] = value;
  }
  const manifest = {
    id,
    version: '1.0.0',
    title: 'form.title',
    summary: 'form.summary',
    kind: 'application',
    group: 'form.group',
    audience: ['parent', 'professional'],
    subject: { firstName: '/question1', lastName: '/question2' },
    prefill: [],
    routing: { team: 'bench' },
    retention: { draftDays: 30, submittedDays: 30, retractedDays: 30 },
    confirm: { button: 'form.button', question: 'form.confirm' },
    pdf: {
      title: 'form.title',
      header: 'form.header',
      classification: 'form.classification',
      omitEmpty: true,
      cover: [],
    },
    mail: { submitted: { subject: 'mail.submitted.subject', body: 'mail.submitted.body' } },
  };
  const schema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(properties).map(([key, { title: _title, ...rest }]) => [key, rest])),
    required: ['question1', 'question2'],
  };
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'form.json': json(manifest),
    'schema.json': json(schema),
    'ui.json': json({ type: 'Categorization', elements: pages }),
    'checks.json': json({ facts: {}, checks: [] }),
    'text.en.json': json(texts),
  };
};
