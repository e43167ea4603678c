/** Submitted answers to EHCP Information Gathering, version 2.0.0. Made by `npm run forms -- types`; never changed by hand. */

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

export interface EhcpInformationGatheringAnswers {
  /**
   * Name
   */
  childName?: string;
  /**
   * Date of birth
   */
  dateOfBirth?: string;
  /**
   * School or setting, and year group
   */
  setting?: {
    /**
     * School or setting
     */
    name?: string;
    /**
     * Year group
     */
    yearGroup?: string;
  };
  /**
   * Why we ask
   */
  purpose?: 'needsAssessment' | 'reassessment' | 'annualReview' | 'other';
  /**
   * What the family told us, and documents sent
   *
   * @maxItems 20
   */
  familyRepresentations?: {
    /**
     * What the family told us
     */
    told: string;
    /**
     * Document sent
     */
    document?: string;
  }[];
  contributorRole: ProfessionalRole;
  /**
   * Your service or organisation
   */
  service: string;
  /**
   * Do you know this child or young person?
   */
  known: 'involvedNow' | 'past' | 'assessed' | 'notKnown';
  /**
   * Please say what was checked, and anything on general needs or services they could use
   */
  noInvolvementNote?: string;
  /**
   * What does social care advise?
   */
  socialCareAnswer?: 'needs' | 'assessmentOffered' | 'assessmentDeclined';
  /**
   * Social care needs that relate to the SEN or disability, what could meet them, and how you found out
   */
  socialCareFound?: string;
  /**
   * Who will get in touch with the family, and by when?
   */
  assessmentOffer?: string;
  /**
   * May earlier advice be used as it stands?
   */
  useEarlierAdvice?: boolean;
  /**
   * Which advice?
   */
  earlierAdvice?: string;
  /**
   * Date of that advice
   */
  earlierAdviceDate?: string;
  /**
   * Involved since
   */
  knownSince?: string;
  /**
   * Last seen
   */
  lastSeen?: string;
  /**
   * What this advice is based on
   */
  basedOn?: (
    | 'directAssessment'
    | 'observation'
    | 'familyDiscussion'
    | 'childDiscussion'
    | 'settingDiscussion'
    | 'records'
    | 'otherReports'
  )[];
  /**
   * Views of the child or young person about this area of their life
   */
  views?: string;
  /**
   * Views of the family you heard
   */
  familyViews?: string;
  /**
   * Summary in plain English
   */
  summary?: string;
  /**
   * Areas of need you write about
   */
  areaOfNeed?: (
    'communication' | 'cognition' | 'semh' | 'sensoryPhysical' | 'health' | 'careFamily' | 'independence'
  )[];
  /**
   * Strengths and needs (sections B, C and D)
   *
   * @minItems 1
   * @maxItems 20
   */
  needsTable?: {
    /**
     * Area of need
     */
    area:
      'communication' | 'cognition' | 'semh' | 'sensoryPhysical' | 'health' | 'careFamily' | 'independence' | 'other';
    /**
     * Strengths
     */
    strengths: string;
    /**
     * Needs
     */
    needs: string;
    /**
     * Impact
     */
    impact: string;
    /**
     * Evidence
     */
    evidence: string;
  }[];
  /**
   * Attainment and progress
   *
   * @minItems 1
   * @maxItems 20
   */
  attainment?: {
    /**
     * Subject or area of learning
     */
    subject: string;
    /**
     * Measure
     */
    measure: string;
    /**
     * Level now
     */
    now: string;
    /**
     * Level a year ago
     */
    yearAgo?: string;
    /**
     * Date of the level now
     */
    date: string;
  }[];
  /**
   * Support in place and its effect
   *
   * @minItems 1
   * @maxItems 20
   */
  provisionNow?: {
    /**
     * Support
     */
    what: string;
    /**
     * How often and how long
     */
    frequency: string;
    /**
     * Given by
     */
    by: string;
    /**
     * Since
     */
    since: string;
    /**
     * Effect
     */
    effect: string;
  }[];
  /**
   * Attendance (%) and what explains absence
   */
  attendance?: string;
  /**
   * Qualified teacher consulted for vision or hearing
   */
  sensoryTeacher?: string;
  /**
   * Assessments made
   *
   * @maxItems 15
   */
  assessments?: {
    /**
     * Assessment or tool
     */
    tool: string;
    /**
     * Date
     */
    date: string;
    /**
     * Result
     */
    result: string;
    /**
     * What it means
     */
    meaning: string;
  }[];
  /**
   * How needs fit together
   */
  formulation?: string;
  /**
   * Other psychologists consulted
   */
  otherPsychologists?: string;
  /**
   * Diagnoses
   *
   * @maxItems 10
   */
  diagnoses?: {
    /**
     * Diagnosis
     */
    diagnosis: string;
    /**
     * Made by
     */
    madeBy?: string;
    /**
     * Date
     */
    date?: string;
    /**
     * Status
     */
    status: 'confirmed' | 'working' | 'lookedInto';
  }[];
  /**
   * Health needs that relate to the SEN (section C)
   */
  healthNeeds?: string;
  /**
   * Other health needs the plan should mention
   */
  otherHealth?: string;
  /**
   * Medicines, allergies, care plan at school
   */
  medication?: string;
  /**
   * Discharged, or ongoing?
   */
  healthCaseload?: 'ongoing' | 'review' | 'discharged' | 'waitingList';
  /**
   * Involvement of social care
   */
  involvement?:
    'notKnown' | 'earlyHelp' | 'childInNeed' | 'childProtection' | 'lookedAfter' | 'careLeaver' | 'adultSocialCare';
  /**
   * Social care needs that relate to the SEN or disability (section D)
   */
  socialCareNeeds?: string;
  /**
   * Has support under section 2 of the Chronically Sick and Disabled Persons Act 1970 been looked at?
   */
  csdpaAssessed?: 'needed' | 'notNeeded' | 'notYet' | 'aged18';
  /**
   * What must be provided under section 2 (section H1)?
   */
  csdpaProvision?: string;
  /**
   * Needs of parent carers and young carers
   */
  familyCarers?: string;
  /**
   * Advice on preparing for adulthood
   */
  pfaAdvice?: {
    employment?: Pfa;
    independentLiving?: Pfa;
    communityInclusion?: Pfa;
    health?: Pfa;
  };
  /**
   * Outcomes (section E)
   *
   * @minItems 1
   * @maxItems 10
   */
  outcomes?: {
    /**
     * Outcome
     */
    outcome: string;
    /**
     * Area of need
     */
    area: 'communication' | 'cognition' | 'semh' | 'sensoryPhysical' | 'health' | 'careFamily' | 'independence';
    /**
     * By when
     */
    byWhen: 'twelveMonths' | 'keyStage' | 'twoToThreeYears' | 'endOfPlan';
    /**
     * Steps towards it
     */
    steps?: string;
  }[];
  /**
   * Provision (sections F, G, H1 and H2)
   *
   * @minItems 1
   * @maxItems 20
   */
  provision?: {
    /**
     * Provision
     */
    provision: string;
    /**
     * Kind
     */
    kind: 'F' | 'G' | 'H1' | 'H2';
    /**
     * Given by
     */
    by: string;
    /**
     * How often
     */
    howOften: string;
    /**
     * How long
     */
    howLong: string;
    /**
     * For outcome number
     */
    forOutcome: number;
  }[];
  /**
   * Equipment and adaptations
   *
   * @maxItems 10
   */
  equipment?: {
    /**
     * Item
     */
    item: string;
    /**
     * Provided by
     */
    providedBy: string;
    /**
     * Cost
     */
    cost?: number;
  }[];
  /**
   * Training that staff need
   */
  training?: string;
  /**
   * When and how should this be reviewed?
   */
  reviewAdvice?: string;
  /**
   * Risks to know about
   */
  risks?: string;
  /**
   * May the family see this?
   */
  risksGround?: 'maySee' | 'seriousHarm' | 'childAbuse' | 'otherPerson';
  /**
   * Upload Document
   *
   * @maxItems 40
   */
  documents?: Document[];
  /**
   * Your name
   */
  signName: string;
  /**
   * Qualifications
   */
  signQualification?: string;
  /**
   * Registration number
   */
  registration?: string;
  /**
   * Date
   */
  signDate: string;
  /**
   * I know that this advice is given to the family and kept in the plan (section K)
   */
  confirmShared: true;
  /**
   * Counter signatory
   */
  counterName?: {
    /**
     * Name of the counter signatory
     */
    name?: string;
    /**
     * Role of the counter signatory
     */
    role?: string;
    /**
     * Date of the counter signature
     */
    date?: string;
  };
  /**
   * Counter signatory’s comment
   */
  counterComment?: string;
  firstName?: string;
  lastName?: string;
}
export interface Pfa {
  /**
   * Need
   */
  need?: string;
  /**
   * Provision
   */
  provision?: string;
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
    | 'earlierAdvice'
    | 'report'
    | 'scores'
    | 'attainmentData'
    | 'healthCarePlan'
    | 'socialCareAssessment'
    | 'views'
    | 'other';
  /**
   * Title
   */
  title?: string;
}
