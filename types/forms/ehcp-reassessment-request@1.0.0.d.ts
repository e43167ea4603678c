/** Submitted answers to Request for a re-assessment, version 1.0.0. Made by `npm run forms -- types`; never changed by hand. */

export interface EhcpReassessmentRequestAnswers {
  /**
   * Who are you?
   */
  asks: 'parent' | 'youngPerson' | 'someoneElse';
  /**
   * Who are you, and how do you know them?
   */
  askedBy?: string;
  /**
   * First name of the child or young person
   */
  firstName: string;
  /**
   * Last name of the child or young person
   */
  lastName: string;
  /**
   * Date of birth
   */
  dateOfBirth: string;
  /**
   * Your telephone number
   */
  contactPhone?: string;
  /**
   * When did we last look at all needs?
   */
  lastAssessed?: string;
  /**
   * What has changed since then?
   */
  changed?: string;
  /**
   * Since when?
   */
  when?: string;
  /**
   * Learning: what is hard now?
   */
  learning?: string;
  /**
   * Health: what is new?
   */
  health?: string;
  /**
   * At home and outside: what is hard now?
   */
  home?: string;
  /**
   * What in the plan no longer works?
   */
  notWorking?: string;
  /**
   * What help do you think is needed?
   */
  wanted?: string;
  /**
   * Whom should we ask?
   *
   * @maxItems 10
   */
  advice?: {
    /**
     * Name
     */
    name?: string;
    /**
     * What they do
     */
    role?: string;
    /**
     * Telephone, e-mail or place of work
     */
    reach?: string;
  }[];
  /**
   * Does the young person agree?
   */
  agrees?: 'yes' | 'no' | 'cannotSay';
  /**
   * Upload Document
   *
   * @maxItems 40
   */
  documents?: {
    file: {
      id: string;
      name: string;
      bytes: number;
      mediaType: string;
    };
    /**
     * Kind of document
     */
    kind?: 'reportOrLetter' | 'views' | 'other';
    /**
     * Title
     */
    title?: string;
  }[];
  /**
   * Your name
   */
  declarationName: string;
  /**
   * Date
   */
  declarationDate?: string;
}
