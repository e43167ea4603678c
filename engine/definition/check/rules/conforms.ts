import type { Conformity } from '../../model/conformity.ts';
import { fileKind } from '../../package/package.ts';
import type { FileKind } from '../../package/package.ts';
import type { Finding } from '../problem.ts';
import type { Resolved } from '../../package/references.ts';
import type { CheckContext, Rule } from './rule.ts';

/** A rule that files of one kind have the form that their JSON Schema describes. */
export const conforms = <T>(
  kind: FileKind,
  { faults }: Conformity<T>,
  words: Pick<Rule, 'id' | 'about' | 'wrong' | 'right'>,
  references: (context: CheckContext) => Resolved | undefined = () => undefined,
): Rule => ({
  ...words,
  severity: 'error',
  hint: 'Compare with the schema that the file names as $schema; an editor shows it while typing.',
  check: (context) =>
    [...context.sources.values()].flatMap(({ path, value }): Finding[] => {
      if (fileKind(path) !== kind || value === undefined) return [];
      const resolved = references(context);
      // A broken reference leaves a hole, about which another rule speaks.
      if (resolved !== undefined && resolved.faults.length > 0) return [];
      return faults(resolved === undefined ? value : resolved.value).map(({ pointer, message, about }) => ({
        file: path,
        // schema.json is looked at as it stands with its blocks by all rules; its places are turned back for all of them at once.
        pointer: resolved === undefined || kind === 'schema' ? pointer : resolved.sourcePointer(pointer),
        message,
        ...(about === undefined ? {} : { hint: about }),
      }));
    }),
});
