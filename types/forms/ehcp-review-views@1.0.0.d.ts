/** Submitted answers to Your views for the annual review, version 1.0.0. Made by `npm run forms -- types`; never changed by hand. */

export interface EhcpReviewViewsAnswers {
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
   * When is the meeting?
   */
  meetingDate?: string;
  /**
   * May we give this to everybody who comes to the meeting?
   */
  mayShare?: boolean;
  /**
   * Does the child or young person write this?
   */
  childWrites?: boolean;
  /**
   * What is going well?
   */
  goodNow?: string;
  /**
   * What is hard?
   */
  hardNow?: string;
  /**
   * What is important to me?
   */
  important?: string;
  /**
   * What helps me?
   */
  helps?: string;
  /**
   * What do I want to do later?
   */
  future?: string;
  /**
   * What is going well, at home and at school?
   */
  familyGood?: string;
  /**
   * What worries you?
   */
  familyWorries?: string;
  /**
   * How are things at home?
   */
  familyHome?: string;
  /**
   * Is the plan still right?
   */
  planWorks?: 'yes' | 'partly' | 'no';
  /**
   * What should change in the plan?
   */
  planChange?: string;
  /**
   * Do you get the help that is in the plan?
   */
  helpGiven?: 'all' | 'some' | 'none' | 'notSure';
  /**
   * What is missing?
   */
  helpMissing?: string;
  /**
   * What about the school or college?
   */
  school?: 'stay' | 'change' | 'notSure';
  /**
   * Which one, and why?
   */
  schoolWish?: string;
  /**
   * Will you come?
   */
  come?: 'yes' | 'video' | 'no';
  /**
   * Whom would you like to bring?
   */
  bring?: string;
  /**
   * What do you need, so that you can take part?
   */
  needs?: string;
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
