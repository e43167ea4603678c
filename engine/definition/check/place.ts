/** Where a finding is written: rules look at a package whose blocks stand in their places, authors at the files. */
import { fromPointer, isObject, toPointer } from '../../json.ts';
import type { Pointer } from '../../json.ts';
import { languageOf } from '../package/package.ts';
import type { FormPackage } from '../package/package.ts';
import type { Finding } from './problem.ts';

export const placeOf = (
  { file, pointer, offset }: Finding,
  { sources, blocks, schemaReferences }: FormPackage,
): { file: string; pointer: Pointer } => {
  if (offset !== undefined) return { file, pointer };
  const mapped = file === 'schema.json' && schemaReferences !== undefined && !pointer.includes('#');
  const [path, inBlock] = (mapped ? schemaReferences.sourcePointer(pointer) : pointer).split('#');
  if (inBlock !== undefined) return { file: path ?? file, pointer: inBlock };
  const language = languageOf(file);
  const [key] = fromPointer(pointer);
  if (language !== '' && key !== undefined) {
    const own = sources.get(file)?.value;
    const block = Object.keys(blocks).find((name) => Object.hasOwn(blocks[name]?.texts[language] ?? {}, key));
    if (block !== undefined && !(isObject(own) && Object.hasOwn(own, key)))
      return { file: block, pointer: toPointer(['texts', language, key]) };
  }
  return { file, pointer: path ?? pointer };
};
