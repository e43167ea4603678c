import type { Rule } from '../rule.ts';

export const counterSigners: Rule = {
  id: 'counter-signers',
  severity: 'error',
  about:
    'Job roles that counter-sign a form stand in one that is counter-signed, each once: otherwise nobody is ever asked, or the same is said twice.',
  hint: 'Set counterSignature to optional or required, or take out what is said twice.',
  wrong: '"task": { …, "counterSignature": "none", "counterSignedBy": ["signer.headTeacher"] }',
  right: '"task": { …, "counterSignature": "required", "counterSignedBy": ["signer.headTeacher"] }',
  check: ({ manifest, texts }) => {
    const { counterSignature, counterSignedBy: keys = [] } = manifest?.task ?? {};
    const at = (index: number) => ({ file: 'form.json', pointer: `/task/counterSignedBy/${index}` });
    if (counterSignature === 'none')
      return keys
        .slice(0, 1)
        .map(() => ({ ...at(0), message: 'The form names who counter-signs it, and is not counter-signed.' }));
    const words = keys.map((key) => (texts['en']?.[key] ?? key).trim().toLowerCase());
    return words.flatMap((role, index) =>
      words.indexOf(role) === index ? [] : [{ ...at(index), message: `“${role}” is named twice.` }],
    );
  },
};
