/** Submitted answers to Parents/Young Person EHCNA Application Form, version 2.0.0. Made by `npm run forms -- types`; never changed by hand. */

export type Phone = string;
export type MonthAndYear = string;
export type ProfessionalRole =
  | 'headTeacher'
  | 'senco'
  | 'classTeacher'
  | 'teachingAssistant'
  | 'keyWorker'
  | 'earlyYearsManager'
  | 'earlyYearsSenAdviser'
  | 'portageWorker'
  | 'specialistTeacher'
  | 'teacherOfTheDeaf'
  | 'teacherVisionImpairment'
  | 'teacherMultiSensory'
  | 'educationalPsychologist'
  | 'educationalPsychologistInTraining'
  | 'paediatrician'
  | 'psychiatrist'
  | 'clinicalPsychologist'
  | 'camhsPractitioner'
  | 'speechTherapist'
  | 'occupationalTherapist'
  | 'physiotherapist'
  | 'healthVisitor'
  | 'schoolNurse'
  | 'specialistNurse'
  | 'gp'
  | 'clinicalOfficer'
  | 'socialWorker'
  | 'disabilityTeam'
  | 'earlyHelpWorker'
  | 'virtualSchool'
  | 'youthJusticeWorker'
  | 'adultSocialCare'
  | 'careersAdviser'
  | 'independentSupporter'
  | 'advocate'
  | 'councilOfficer'
  | 'other';

export interface EhcnaParentsYoungPersonAnswers {
  /**
   * Please tick the relevant statements
   */
  s36Statements: ('parent' | 'youngPerson')[];
  /**
   * Is somebody helping you with this form?
   */
  helping?: 'no' | 'familyOrFriend' | 'independentSupporter' | 'advocate' | 'professional';
  /**
   * Who is helping, and how can we reach them?
   */
  helperDetails?: string;
  /**
   * Has the council assessed your child in the last six months?
   */
  assessedInLastSixMonths?: 'yes' | 'no' | 'notSure';
  /**
   * What has changed since then?
   */
  whyAssessAgain?: string;
  /**
   * I am completing this form on behalf of
   */
  onBehalfOf?: string;
  /**
   * Your relationship to person
   */
  relationshipToPerson?:
    | 'mother'
    | 'father'
    | 'stepParent'
    | 'grandparent'
    | 'fosterCarer'
    | 'otherCarer'
    | 'headTeacher'
    | 'senco'
    | 'otherStaff'
    | 'healthProfessional'
    | 'socialCareProfessional'
    | 'other';
  /**
   * Please say what your relationship is
   */
  relationshipOther?: string;
  /**
   * Do you have parental responsibility for the child?
   */
  parentalResponsibility?: 'yes' | 'no' | 'notSure';
  /**
   * How should we get in touch?
   */
  contactHow?: ('email' | 'telephone' | 'text' | 'letter' | 'helper')[];
  contactPhone?: Phone;
  /**
   * What do you need from us to take part?
   */
  contactNeeds?: ('largePrint' | 'easyRead' | 'translated' | 'signLanguage' | 'calls' | 'stepFree' | 'other')[];
  /**
   * First name
   */
  firstName: string;
  /**
   * Last name
   */
  lastName: string;
  /**
   * Name they like to be called
   */
  knownAs?: string;
  /**
   * Date of birth
   */
  dateOfBirth: string;
  /**
   * Gender
   */
  gender?: 'female' | 'male' | 'anotherWay' | 'preferNotToSay';
  /**
   * Ethnic background
   */
  ethnicity?:
    | 'WBRI'
    | 'WIRI'
    | 'WIRT'
    | 'WROM'
    | 'WOTH'
    | 'MWBC'
    | 'MWBA'
    | 'MWAS'
    | 'MOTH'
    | 'AIND'
    | 'APKN'
    | 'ABAN'
    | 'AOTH'
    | 'CHNE'
    | 'BCRB'
    | 'BAFR'
    | 'BOTH'
    | 'OOTH'
    | 'REFU'
    | 'NOBT';
  /**
   * Religion or belief
   */
  religion?: string;
  /**
   * First language
   */
  firstLanguage?: string;
  /**
   * Is an interpreter or signer needed to talk with the child or young person?
   */
  interpreterNeeded?: boolean;
  /**
   * Which language or sign system?
   */
  interpreterLanguage?: string;
  /**
   * NHS number
   */
  nhsNumber?: string;
  /**
   * Home address
   */
  address?: {
    /**
     * No fixed address
     */
    noFixedAddress?: boolean;
    /**
     * Contact address
     */
    contactAddress?: string;
    /**
     * Property name
     */
    propertyName?: string;
    /**
     * House no
     */
    houseNo?: string;
    /**
     * Street
     */
    street?: string;
    /**
     * Area
     */
    area?: string;
    /**
     * Town/City
     */
    town?: string;
    /**
     * County
     */
    county?: string;
    /**
     * Postcode
     */
    postcode?: string;
  };
  /**
   * Is the child or young person looked after by a council?
   */
  lookedAfter?: 'yes' | 'no' | 'notKnown';
  /**
   * Which council looks after them?
   */
  lookedAfterBy?: string;
  /**
   * Is there a child in need plan or child protection plan now?
   */
  childInNeedOrProtectionPlan?: 'neither' | 'childInNeed' | 'childProtection' | 'notKnown';
  /**
   * Parents and carers, and others with parental responsibility
   *
   * @maxItems 4
   */
  contacts?: {
    /**
     * Title
     */
    title?: string;
    /**
     * First name
     */
    firstName?: string;
    /**
     * Last name
     */
    lastName?: string;
    /**
     * Relationship to the child or young person
     */
    relationship?:
      'mother' | 'father' | 'stepParent' | 'grandparent' | 'fosterCarer' | 'otherCarer' | 'localAuthority' | 'other';
    /**
     * Does this person have parental responsibility?
     */
    parentalResponsibility?: boolean;
    /**
     * Does this person live at the home address above?
     */
    sameAddress?: boolean;
    /**
     * Address
     */
    address?: {
      /**
       * No fixed address
       */
      noFixedAddress?: boolean;
      /**
       * Contact address
       */
      contactAddress?: string;
      /**
       * Property name
       */
      propertyName?: string;
      /**
       * House no
       */
      houseNo?: string;
      /**
       * Street
       */
      street?: string;
      /**
       * Area
       */
      area?: string;
      /**
       * Town/City
       */
      town?: string;
      /**
       * County
       */
      county?: string;
      /**
       * Postcode
       */
      postcode?: string;
    };
    /**
     * Telephone
     */
    phone?: string;
    /**
     * Mobile
     */
    mobile?: string;
    /**
     * E-mail
     */
    email?: string;
    /**
     * Best way to reach them
     */
    preferredContact?: 'telephone' | 'mobile' | 'email' | 'post';
    /**
     * Does this person need an interpreter or signer?
     */
    interpreterNeeded?: boolean;
    /**
     * Help they need to talk with us or read letters
     */
    communicationNeeds?: string;
  }[];
  /**
   * May we write to everybody named above?
   */
  mayContactAll?: boolean;
  /**
   * Whom should we not contact, and why?
   */
  contactRestrictions?: string;
  /**
   * GP’s name
   */
  gpName?: string;
  /**
   * GP practice, its address and telephone
   */
  gpPractice?: string;
  /**
   * Does your child go to a school, college, nursery or childminder now?
   */
  attends?: 'yes' | 'partTime' | 'no';
  /**
   * Name of the school
   */
  settingName?: string;
  /**
   * Town
   */
  settingTown?: string;
  /**
   * Year group
   */
  yearGroup?:
    | 'N1'
    | 'N2'
    | 'R'
    | '1'
    | '2'
    | '3'
    | '4'
    | '5'
    | '6'
    | '7'
    | '8'
    | '9'
    | '10'
    | '11'
    | '12'
    | '13'
    | '14'
    | 'notSure';
  /**
   * Who knows your child best there?
   */
  settingContact?: string;
  /**
   * Does the school or setting know you are asking for an assessment?
   */
  settingKnows?: boolean;
  /**
   * What has happened?
   */
  whyNotInSchool?: 'homeEducated' | 'excluded' | 'unwell' | 'waitingForPlace' | 'tooYoung' | 'left' | 'other';
  /**
   * Since when?
   */
  sinceWhen?: string;
  /**
   * Earlier schools or settings
   *
   * @maxItems 10
   */
  previousSettings?: {
    /**
     * Name
     */
    name?: string;
    /**
     * From
     */
    from?: string;
    /**
     * To
     */
    to?: string;
    /**
     * Why did this end?
     */
    whyLeft?: string;
  }[];
  /**
   * How were these views given?
   */
  childViewsHow?: ('writing' | 'talking' | 'drawings' | 'signs' | 'adult')[];
  /**
   * What and who is important to me
   */
  childImportant?: string;
  /**
   * What I enjoy and am good at
   */
  childGoodAt?: string;
  /**
   * What I find hard
   */
  childHard?: string;
  /**
   * What helps me
   */
  childHelp?: string;
  /**
   * What I hope for
   */
  childHopes?: string;
  /**
   * How to talk with me
   */
  childCommunication?: string;
  /**
   * Add the views of my family
   */
  addFamilyViews?: boolean;
  /**
   * Your child’s story so far
   */
  familyHistory?: string;
  /**
   * What is going well, at home and at school
   */
  familyWorking?: string;
  /**
   * What worries you
   */
  familyWorries?: string;
  /**
   * A usual day at home
   */
  familyHome?: string;
  /**
   * What you hope for
   */
  familyHopes?: string;
  /**
   * Talking, understanding and being with others: is this hard?
   */
  communicationNeeds?: boolean;
  communicationDetail?: AreaDetail;
  /**
   * Learning, reading, number, remembering: is this hard?
   */
  learningNeeds?: boolean;
  learningDetail?: AreaDetail;
  /**
   * Feelings, worries, behaviour, friendships: is this hard?
   */
  feelingsNeeds?: boolean;
  feelingsDetail?: AreaDetail;
  /**
   * Seeing, hearing, moving, senses: is this hard?
   */
  bodyNeeds?: boolean;
  bodyDetail?: AreaDetail;
  /**
   * Everyday tasks: washing, dressing, eating, travel, money
   */
  independence?: string;
  /**
   * Diagnoses
   *
   * @maxItems 10
   */
  diagnoses?: {
    /**
     * Name
     */
    name?: string;
    /**
     * Who diagnosed it
     */
    by?: string;
    date?: MonthAndYear;
    /**
     * Still waiting for it?
     */
    waiting?: boolean;
  }[];
  /**
   * Health needs and medicines
   */
  healthNeeds?: string;
  /**
   * What does the school or setting do to help now?
   */
  schoolSupport?: string;
  /**
   * What has been tried
   *
   * @maxItems 10
   */
  triedBefore?: {
    /**
     * What
     */
    what?: string;
    /**
     * When
     */
    when?: string;
    /**
     * Did it help?
     */
    helped?: 'yes' | 'aLittle' | 'no' | 'notSure';
    /**
     * More about it
     */
    comment?: string;
  }[];
  /**
   * Why do you think an assessment is needed?
   */
  whyAsking?: string;
  /**
   * What help do you think is needed?
   */
  supportNeeded?: string;
  /**
   * People who help, or have helped
   *
   * @maxItems 20
   */
  people?: {
    /**
     * Name
     */
    name?: string;
    role?: ProfessionalRole;
    /**
     * Where they work
     */
    organisation?: string;
    /**
     * Telephone or e-mail
     */
    phoneOrEmail?: string;
    since?: MonthAndYear;
    /**
     * Are you sending a report from them?
     */
    reportAttached?: boolean;
  }[];
  /**
   * Anything you are on a waiting list for
   *
   * @maxItems 10
   */
  waiting?: {
    /**
     * What for
     */
    service?: string;
    since?: MonthAndYear;
  }[];
  /**
   * Help for the family
   */
  familySupport?: string;
  /**
   * Is there anything else we should know?
   */
  additional?: string;
  /**
   * What would you like to be different in a year, and later?
   */
  outcomesSought?: string;
  /**
   * Is a change of school or college coming?
   */
  moveComing?: string;
  /**
   * Do you know where to get free, independent advice?
   */
  adviceKnown?: 'yes' | 'noTellMe' | 'askedAlready';
  /**
   * May we share what you tell us, to decide on this request?
   */
  consentShare?: {
    health?: Share;
    socialCare?: Share;
    education?: Share;
  };
  /**
   * Anyone you do not want us to share with, and why
   */
  consentLimits?: string;
  /**
   * I have attached the Consent Form or give consent here
   */
  consentForm?: 'here' | 'attached';
  /**
   * Medical Questionnaire
   */
  medicalQuestionnaire?: 'attached' | 'later' | 'pleaseSend';
  /**
   * Does the young person agree to this request?
   */
  youngPersonConsents?: 'yes' | 'no' | 'cannotDecide';
  /**
   * Who decides for them, and why?
   */
  capacityNote?: string;
  /**
   * Upload Document
   *
   * @maxItems 40
   */
  documents?: Document[];
  /**
   * Your name
   */
  declarationName: string;
  /**
   * Your role, or your relationship to the child or young person
   */
  declarationRole?: string;
  /**
   * Date
   */
  declarationDate?: string;
  /**
   * What I have written is true as far as I know, and I understand how the council will use it
   */
  confirmTrue?: boolean;
}
export interface AreaDetail {
  goesWell?: AreaWords;
  hard?: AreaWords1;
  helps?: AreaWords2;
}
export interface AreaWords {
  /**
   * In your words
   */
  words?: string;
}
export interface AreaWords1 {
  /**
   * In your words
   */
  words?: string;
}
export interface AreaWords2 {
  /**
   * In your words
   */
  words?: string;
}
export interface Share {
  /**
   * May we share?
   */
  share?: boolean;
}
export interface Document {
  file: {
    id: string;
    name: string;
    bytes: number;
    mediaType: string;
  };
  /**
   * Kind of document
   */
  kind?: 'reportOrLetter' | 'schoolReport' | 'views' | 'consentForm' | 'medicalQuestionnaire' | 'other';
  /**
   * Title
   */
  title?: string;
}
