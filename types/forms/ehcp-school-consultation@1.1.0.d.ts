/** Submitted answers to EHCP School Consultation, version 1.1.0. Made by `npm run forms -- types`; never changed by hand. */

export interface EhcpSchoolConsultationAnswers {
  firstName?: string;
  lastName?: string;
  /**
   * Name of Pupil
   */
  pupilName?: string;
  /**
   * Date of Birth
   */
  dateOfBirth?: string;
  /**
   * Date
   */
  consultationDate?: string;
  /**
   * Year group now, and at the start date
   */
  yearGroup?: string;
  /**
   * Main type of need
   */
  primaryNeed?:
    'SPLD' | 'MLD' | 'SLD' | 'PMLD' | 'SEMH' | 'SLCN' | 'HI' | 'VI' | 'MSI' | 'PD' | 'ASD' | 'DS' | 'OTH' | 'NSA';
  /**
   * Why you are consulted
   */
  consultationReason?: 'newPlan' | 'changeOfPlacement' | 'phaseTransfer' | 'movedIn' | 'reviewAmendment' | 'tribunal';
  /**
   * Is this the setting the family asked for?
   */
  familyPreference?: boolean;
  /**
   * Setting now
   */
  currentSetting?: string;
  /**
   * Officer’s note
   */
  officerNote?: string;
  /**
   * I have read the draft plan and the reports sent with it
   */
  documentsRead: true;
  /**
   * Student Name
   */
  studentName?: string;
  /**
   * DOB
   */
  dob?: string;
  /**
   * Setting Consulted
   */
  settingConsulted?: string;
  /**
   * Kind of setting
   */
  settingKind?:
    | 'mainstreamSchool'
    | 'specialSchool'
    | 'approvedSchool'
    | 'independentSchool'
    | 'earlyYears'
    | 'college'
    | 'approvedCollege'
    | 'otherPost16';
  /**
   * Start date requested
   */
  startDateRequested?: string;
  /**
   * Able to offer a placement?
   */
  ableToOffer: 'yes' | 'yesWithConditions' | 'no';
  /**
   * If Yes start date
   */
  ifYesStartDate?: string;
  /**
   * What kind of place?
   */
  placeType?: 'mainstreamClass' | 'resourceBase' | 'specialSchool' | 'sixthFormOrCollege' | 'partTimeAtFirst';
  /**
   * What has to be in place first?
   */
  conditions?: string;
  /**
   * On which ground is the setting not suitable?
   */
  grounds?: ('unsuitable' | 'educationOfOthers' | 'resources')[];
  /**
   * Why would the setting be unsuitable?
   */
  groundSuitability?: string;
  /**
   * How would attendance harm the efficient education of others?
   */
  groundOthers?: string;
  /**
   * What reasonable steps did you look at that would prevent it?
   */
  reasonableSteps?: string;
  /**
   * How would the use of resources be inefficient?
   */
  groundResources?: string;
  /**
   * Provision in section F
   *
   * @minItems 1
   * @maxItems 40
   */
  provisionCheck: {
    /**
     * Provision
     */
    provision: string;
    /**
     * Can you meet it?
     */
    canMeet: 'inPlace' | 'canBePut' | 'cannot';
    /**
     * Why not?
     */
    comment?: string;
  }[];
  /**
   * Staff experience and training for these needs
   */
  staffExpertise?: string;
  /**
   * Premises and accessibility
   */
  accessibility?: string;
  /**
   * Extra resources needed
   *
   * @minItems 1
   * @maxItems 15
   */
  resources?: {
    /**
     * What is needed
     */
    item: string;
    /**
     * Hours a week
     */
    hours?: number;
    /**
     * Cost a year (£)
     */
    costPerYear: number;
    /**
     * Is it a one-off cost?
     */
    oneOff: boolean;
    /**
     * Why it is needed
     */
    why: string;
  }[];
  /**
   * Pupils on roll in the year group
   */
  onRoll?: number;
  /**
   * Published admission number of the year group
   */
  publishedNumber?: number;
  /**
   * Pupils with an EHC plan in the year group
   */
  plansInYear?: number;
  /**
   * Have you met or spoken with the family or the setting now?
   */
  contactMade: ('visit' | 'metChild' | 'spokeWithSetting' | 'none')[];
  /**
   * When, and what did you learn?
   */
  visitDetails?: string;
  /**
   * How would you plan the move?
   */
  transition?: string;
  /**
   * Comments on the draft plan
   */
  draftComments?: string;
  /**
   * Any Attached Supporting Information
   *
   * @maxItems 20
   */
  attachedInformation?: {
    /**
     * Document and Author
     */
    document: string;
    /**
     * Date
     */
    date: string;
  }[];
  /**
   * Name
   */
  respondentName: string;
  /**
   * Role
   */
  respondentRole: string;
  /**
   * Date of this response
   */
  responseDate: string;
  /**
   * I answer on behalf of the governing body, proprietor or principal
   */
  governorsConsulted: true;
  /**
   * Upload Document
   *
   * @maxItems 40
   */
  documents?: Document[];
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
  kind:
    | 'supportingInformation'
    | 'costing'
    | 'riskAssessment'
    | 'accessibilityPlan'
    | 'draftPlanComments'
    | 'visitRecord'
    | 'other';
  /**
   * Title
   */
  title?: string;
}
