/** Submitted answers to Comments on the draft plan, version 1.0.0. Made by `npm run forms -- types`; never changed by hand. */

export interface EhcpDraftCommentsAnswers {
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
   * When were you given the draft plan?
   */
  noticeDate?: string;
  /**
   * Is the draft plan right?
   */
  draftRight?: 'yes' | 'someChanges' | 'no';
  /**
   * What should change?
   *
   * @maxItems 30
   */
  changes?: {
    /**
     * Which part?
     */
    section?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'J' | 'other';
    /**
     * What is wrong?
     */
    wrong?: string;
    /**
     * What should it say?
     */
    better?: string;
  }[];
  /**
   * Is anything missing?
   */
  missing?: string;
  /**
   * Would you like to meet us and talk about the draft?
   */
  meet?: boolean;
  /**
   * Would you like a certain school or college?
   */
  schoolWish?: 'one' | 'stay' | 'kind' | 'none';
  /**
   * Name of the school or college
   */
  schoolName?: string;
  /**
   * What kind?
   */
  schoolKind?: 'mainstream' | 'base' | 'special' | 'college' | 'home' | 'other';
  /**
   * Why would it be good?
   */
  schoolWhy?: string;
  /**
   * Have you been to see it?
   */
  schoolVisited?: boolean;
  /**
   * Your second choice, if you have one
   */
  schoolSecond?: string;
  /**
   * Would you like a personal budget?
   */
  budget?: 'no' | 'yes' | 'tellMe';
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
