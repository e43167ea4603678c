/** What form.json says. Made by `npm run forms -- types`; never changed by hand. */

/**
 * A key of the text files.
 */
export type TextKey = string;
/**
 * Text keys of paragraphs, in order.
 */
export type TextKeys = TextKey[];
/**
 * Text keys of what to have at hand.
 */
export type TextKeys1 = TextKey[];
/**
 * Roles and relations, as confidentialFrom in ui.json has them.
 *
 * @minItems 1
 */
export type Parties = (
  | 'parent'
  | 'young-person'
  | 'professional'
  | 'manager'
  | 'officer'
  | 'administrator'
  | 'holder'
  | 'earlier-holder'
  | 'contributor'
  | 'work-group'
  | 'counter-signatory'
  | 'submitter'
  | 'sender'
)[];
/**
 * JSON Pointer to an answer, such as /child/firstName.
 */
export type Pointer = string;

/**
 * Who a form is for, what it is called, where its answers go and how long they are kept.
 */
export interface Manifest {
  /**
   * Names this schema, so that an editor completes and checks.
   */
  $schema?: string;
  /**
   * The form's name in addresses and folders: small letters, digits and hyphens. It never changes.
   */
  id: string;
  /**
   * Semantic version such as 1.0.0 or 1.1.0-draft; the same as the folder's name.
   */
  version: string;
  /**
   * Text key of the form's full title.
   */
  title: string;
  /**
   * Text key of one sentence about the form, for lists.
   */
  summary: string;
  /**
   * application: started by the person who fills it in. task: sent to somebody by the council.
   */
  kind: 'application' | 'task';
  /**
   * Text key of the heading under which the form stands.
   */
  group: string;
  /**
   * Variants of one form that one start page offers together; they stand there by order.
   */
  family?: {
    /**
     * The same in all variants.
     */
    id: string;
    /**
     * Text key of the family's title.
     */
    title: string;
    /**
     * Text key of the question that chooses a variant.
     */
    question: string;
    /**
     * 1 stands first.
     */
    order: number;
  };
  /**
   * Who may start the form or be sent it.
   *
   * @minItems 1
   */
  audience: ('parent' | 'young-person' | 'professional' | 'council')[];
  /**
   * Pointers to the answers that say whom the form is about.
   */
  subject: {
    /**
     * Pointer to the first name.
     */
    firstName: string;
    /**
     * Pointer to the last name.
     */
    lastName: string;
    /**
     * Pointer to the date of birth.
     */
    dateOfBirth?: string;
  };
  /**
   * What stands before the first page.
   */
  start?: {
    paragraphs: TextKeys;
    ready: TextKeys1;
    /**
     * How long it takes, from and to, in minutes.
     *
     * @minItems 2
     * @maxItems 2
     */
    minutes: number[];
    /**
     * Links to pages whose address is a setting of the council.
     */
    links: {
      /**
       * A key of the text files.
       */
      text: string;
      /**
       * Name of a link in the council's configuration.
       */
      setting: string;
    }[];
  };
  /**
   * Answers that are filled in from what is known already.
   */
  prefill: {
    /**
     * Pointer to the answer.
     */
    to: string;
    /**
     * Name of a known value, such as user.name, child.dateOfBirth or today.
     */
    from: string;
    /**
     * true: the person cannot change it.
     */
    locked: boolean;
  }[];
  /**
   * Documents that may be added, and their limits.
   */
  attachments?: {
    /**
     * Pointer to the answer that lists the documents.
     */
    at: string;
    /**
     * Accepted file name extensions, in small letters without the dot.
     *
     * @minItems 1
     *
     * Items: Small letters and digits without the dot, such as pdf.
     */
    extensions: string[];
    /**
     * Most bytes a document may have.
     */
    maxBytes: number;
    /**
     * Most documents in one form.
     */
    maxFiles: number;
    /**
     * By kind of document, from whom documents of that kind are kept unless they added them. The same names as in ui.json.
     */
    confidentialFrom?: {
      [k: string]: Parties;
    };
  };
  /**
   * The team that receives the form: always the same one, or one that an answer decides.
   */
  routing: RoutingByAnswer | RoutingToTeam;
  /**
   * How the form is sent out, where it is a task.
   */
  task?: {
    /**
     * Time to answer, such as P4W.
     */
    due: string;
    /**
     * To whom it may be sent.
     *
     * @minItems 1
     */
    assignTo: ('user' | 'work-group')[];
    /**
     * Pointers to the answers that the sender gives when sending it; whoever fills the form in cannot change them.
     */
    sends?: Pointer[];
    /**
     * From whom the address and date of birth at the head of the task, and the documents that the council sends with it, are kept, besides what the council's case.json says.
     */
    confidentialFrom?: {
      address?: Parties;
      dateOfBirth?: Parties;
      documents?: Parties;
    };
    /**
     * Whether a second person signs before it is submitted.
     */
    counterSignature: 'none' | 'optional' | 'required';
    /**
     * Text keys of job roles, such as “Head teacher”: whoever counter-signs has one of them. Left out: any manager of somebody who wrote in it.
     *
     * @minItems 1
     * @maxItems 20
     */
    counterSignedBy?: TextKey[];
    /**
     * When it is sent out by itself: this long before a known date.
     */
    schedule?: {
      /**
       * Name of the known date.
       */
      before: string;
      /**
       * How long before, such as P8W.
       */
      lead: string;
    };
  };
  /**
   * How long answers are kept, by what became of them.
   */
  retention: {
    /**
     * Days from the last save until a draft is deleted.
     */
    draftDays: number;
    /**
     * Days for which whoever submitted it has it in their list.
     */
    submittedDays: number;
    /**
     * Days for which whoever had a task can still read it after it was closed.
     */
    retractedDays: number;
    /**
     * How long the council keeps what was submitted; the later of the two where both are given. Left out: as the council's retention.json says.
     */
    keep?: {
      /**
       * Years after the submission or the last answer to it.
       */
      years?: number;
      /**
       * Until whom the form is about has this age, by the date of birth that subject.dateOfBirth names.
       */
      untilAge?: number;
    };
  };
  /**
   * The words around submitting.
   */
  confirm: {
    /**
     * A key of the text files.
     */
    button: string;
    /**
     * A key of the text files.
     */
    question: string;
  };
  /**
   * How the form looks in print.
   */
  pdf: {
    /**
     * A key of the text files.
     */
    title: string;
    /**
     * A key of the text files.
     */
    header: string;
    /**
     * A key of the text files.
     */
    classification: string;
    /**
     * true: questions without an answer are left out.
     */
    omitEmpty: boolean;
    /**
     * Lines of the block on the first page, in order.
     */
    cover: (CoverAnswer | (CoverFact | CoverSubmission))[];
  };
  /**
   * Mails by event, such as submitted.
   */
  mail: {
    submitted?: Mail;
    received?: Mail1;
    reminder?: Mail2;
    moved?: Mail3;
    link?: Mail4;
  };
}
export interface RoutingByAnswer {
  /**
   * Pointer to the answer that decides.
   */
  at: string;
  /**
   * Team by answer.
   */
  teams: {
    [k: string]: string;
  };
  /**
   * Team for every other answer.
   */
  otherwise: string;
}
export interface RoutingToTeam {
  /**
   * Name of the team in the council's configuration.
   */
  team: string;
}
export interface CoverAnswer {
  /**
   * A key of the text files.
   */
  label: string;
  /**
   * JSON Pointer to an answer, such as /child/firstName.
   */
  at: string;
  /**
   * Time added to the answer, a date, such as P4W.
   */
  plus?: string;
}
export interface CoverFact {
  /**
   * A key of the text files.
   */
  label: string;
  /**
   * Name of a fact of checks.json; the line is left out while it cannot be worked out.
   */
  fact: string;
  /**
   * Time added to the fact, a date, such as P4W.
   */
  plus?: string;
}
export interface CoverSubmission {
  /**
   * A key of the text files.
   */
  label: string;
  /**
   * A fact of the submission.
   */
  from: 'receivedOn' | 'reference';
  /**
   * Time added to the day, such as P6W.
   */
  plus?: string;
}
/**
 * To whoever submitted it.
 */
export interface Mail {
  /**
   * A key of the text files.
   */
  subject: string;
  /**
   * A key of the text files.
   */
  body: string;
}
/**
 * To the team that receives it.
 */
export interface Mail1 {
  /**
   * A key of the text files.
   */
  subject: string;
  /**
   * A key of the text files.
   */
  body: string;
}
/**
 * Before a draft is deleted.
 */
export interface Mail2 {
  /**
   * A key of the text files.
   */
  subject: string;
  /**
   * A key of the text files.
   */
  body: string;
}
/**
 * To whoever had it when somebody else was given it.
 */
export interface Mail3 {
  /**
   * A key of the text files.
   */
  subject: string;
  /**
   * A key of the text files.
   */
  body: string;
}
/**
 * With a link to it.
 */
export interface Mail4 {
  /**
   * A key of the text files.
   */
  subject: string;
  /**
   * A key of the text files.
   */
  body: string;
}
