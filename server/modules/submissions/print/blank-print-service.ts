/** Forms for paper, to be filled in by pen: anybody's of a version, and a task's with what is known written in it. */
import { blankDocument, wholeLinks } from '../../../../engine/index.ts';
import type { CompiledForm, Seen, SendTo } from '../../../../engine/index.ts';
import { fromPointer } from '../../../../engine/json.ts';
import type { Config } from '../../../core/config.ts';
import { renderPdf } from '../../../platform/pdf/index.ts';
import type { FormVersion } from '../../catalogue/index.ts';
import type { DraftDocument, Drafts } from '../../drafts/index.ts';
import type { Teams } from '../../groups/index.ts';
import type { Printed } from './print-service.ts';

export interface BlankPrintService {
  /** Of a version, in one of its languages; in English where it does not have the one that is asked for. */
  ofForm: (formVersion: FormVersion, language: string | undefined) => Promise<Printed>;
  /** Of a task, for the account `person`, with what is known and they may see: `team` is where it comes from, `dueOn` the day by which it has to be back. */
  ofTask: (
    person: string,
    draft: DraftDocument,
    seen: Pick<Seen, 'only' | 'notAsked'>,
    task: { team: string; dueOn: string | null },
  ) => Promise<Printed>;
}

export interface BlankPrintParts {
  config: Pick<Config, 'council' | 'publicUrl' | 'contactTeam' | 'contactEmail' | 'contactPhone' | 'links'>;
  teams: Pick<Teams, 'get'>;
  drafts: Pick<Drafts, 'formVersionOf'>;
}

/** Forms drawn and kept: whoever asks for one again, or while it is being drawn, gets the same. */
const mostKept = 40;

/** Nobody is known who asks for an empty form: they wait for one another, and for nobody else. */
const anybody = 'anybody';

/** Top-level names of what the portal or the council wrote in a draft: what anybody typed since is not among them. */
const known = ({ prefilled, locked }: DraftDocument): string[] => [
  ...new Set(
    [...Object.keys(prefilled), ...locked.map(({ to }) => to)].flatMap((pointer) => fromPointer(pointer).slice(0, 1)),
  ),
];

const teamOf = ({ definition }: CompiledForm): string | undefined => {
  const { routing } = definition.manifest;
  return 'team' in routing ? routing.team : undefined;
};

export const createBlankPrintService = ({ config, teams, drafts }: BlankPrintParts): BlankPrintService => {
  const links = wholeLinks(config.links, config.publicUrl);
  const kept = new Map<string, Promise<Buffer>>();

  /** The team as the council keeps it; whoever helps where it has no address or telephone of its own. */
  const sendTo = async (id: string | undefined): Promise<SendTo> => {
    const team = id === undefined ? undefined : await teams.get(id);
    return {
      council: config.council,
      team: team?.name ?? config.contactTeam,
      address: team?.address ?? '',
      email: config.contactEmail,
      phone: team === undefined || team.telephone === '' ? config.contactPhone : team.telephone,
    };
  };

  return {
    ofForm: async (formVersion, wanted) => {
      const form = await formVersion.inLanguage(wanted);
      const document = blankDocument(form, { answers: {}, links, sendTo: await sendTo(teamOf(form)) });
      const key = JSON.stringify([formVersion.definition.hash, form.language, document.sections.at(-1)]);
      const drawn = kept.get(key) ?? renderPdf(document, anybody);
      kept.set(key, drawn);
      const oldest = kept.size > mostKept ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      // What could not be drawn is tried again at the next request.
      drawn.catch(() => kept.delete(key));
      return { bytes: await drawn, language: form.language };
    },

    ofTask: async (person, draft, seen, { team, dueOn }) => {
      const form = await (await drafts.formVersionOf(draft)).inLanguage(draft.language);
      const document = blankDocument(form, {
        answers: seen.only(known(draft)),
        notAsked: seen.notAsked,
        links,
        sendTo: await sendTo(team),
        ...(dueOn === null ? {} : { dueOn }),
      });
      return { bytes: await renderPdf(document, person), language: form.language };
    },
  };
};
