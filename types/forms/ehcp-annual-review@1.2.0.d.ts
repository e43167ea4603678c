/** Submitted answers to Annual Review meeting of an EHCP, version 1.2.0. Made by `npm run forms -- types`; never changed by hand. */

export type AttendeeRole =
  | 'familyMember'
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
export type Area = 'communication' | 'cognition' | 'semh' | 'sensoryPhysical';

export interface EhcpAnnualReviewAnswers {
  firstName?: string;
  lastName?: string;
  /**
   * Name
   */
  childName?: string;
  /**
   * Date of birth
   */
  dateOfBirth?: string;
  /**
   * Unique Pupil Number (UPN)
   */
  upn?: string;
  /**
   * Date of the current plan
   */
  planDate?: string;
  /**
   * Date of the last review
   */
  lastReviewDate?: string;
  /**
   * Main type of need in the plan
   */
  mainNeed?:
    'SPLD' | 'MLD' | 'SLD' | 'PMLD' | 'SEMH' | 'SLCN' | 'HI' | 'VI' | 'MSI' | 'PD' | 'ASD' | 'DS' | 'OTH' | 'NSA';
  /**
   * School or setting
   */
  settingName?: string;
  /**
   * Year group taught in
   */
  yearGroup: 'N1' | 'N2' | 'R' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14';
  /**
   * Type of place
   */
  settingType:
    'mainstream' | 'resourceBase' | 'special' | 'alternativeProvision' | 'college' | 'training' | 'eotas' | 'none';
  /**
   * Are address and contact details of the family still right?
   */
  detailsCorrect: boolean;
  /**
   * What has changed?
   */
  detailsChanges?: string;
  /**
   * How can we reach the young person directly?
   */
  ownContact?: string;
  /**
   * Is the child or young person looked after, or a care leaver?
   */
  lookedAfter: 'no' | 'lookedAfter' | 'careLeaver';
  /**
   * Social worker and virtual school contact
   */
  virtualSchool?: string;
  /**
   * Attendance since the last review (%)
   */
  attendance?: number;
  /**
   * Is there a part-time timetable now?
   */
  partTime?: boolean;
  /**
   * What explains the absence, and what has been done?
   */
  attendanceReason?: string;
  /**
   * Suspensions and exclusions since the last review
   *
   * @maxItems 20
   */
  exclusions?: {
    /**
     * First day
     */
    from: string;
    /**
     * Number of days
     */
    days: number;
    /**
     * Kind
     */
    kind: 'suspension' | 'permanentExclusion';
    /**
     * Reason
     */
    reason?: string;
  }[];
  /**
   * Type of review
   */
  reviewType: 'annual' | 'first' | 'early' | 'phaseTransfer' | 'underFive' | 'emergency';
  /**
   * Why was it brought forward?
   */
  earlyReason?: string;
  /**
   * Date of the meeting
   */
  meetingDate: string;
  /**
   * How was it held?
   */
  meetingHow: 'inPerson' | 'video' | 'telephone' | 'mixed';
  /**
   * Who led the meeting, and role
   */
  chair: string;
  /**
   * When were invitations sent?
   */
  invitationsSent: string;
  /**
   * When were reports sent round?
   */
  reportsCirculated: string;
  /**
   * Invited and present
   */
  attendees: {
    parent: Attendee;
    school?: Attendee;
    officer: Attendee;
    health: Attendee;
    socialCare: Attendee;
    child?: Attendee;
    /**
     * Other people
     *
     * @maxItems 24
     */
    others?: OtherAttendee[];
  };
  /**
   * Why was somebody who must be invited not invited?
   */
  notInvitedWhy?: string;
  /**
   * Interpreter, signer or other help used so that all could take part
   */
  interpreterUsed?: string;
  /**
   * How did they give their views?
   */
  childHow: ('atMeeting' | 'beforeWriting' | 'beforeTalking' | 'symbols' | 'video' | 'adult')[];
  /**
   * Who helped?
   */
  childHelper?: string;
  /**
   * What is going well for me
   */
  childWorking: string;
  /**
   * What is not going well for me
   */
  childNotWorking: string;
  /**
   * What is important to me now
   */
  childImportant?: string;
  /**
   * What I want for the future
   */
  childFuture: string;
  /**
   * What I think of my support, and what I would change
   */
  childSupport?: string;
  /**
   * Whose views are these?
   */
  parentFrom: string;
  /**
   * What is going well, in the family’s view
   */
  parentWorking: string;
  /**
   * What worries the family
   */
  parentWorries: string;
  /**
   * Hopes for the next year and later
   */
  parentHopes: string;
  /**
   * Home, family, health
   */
  parentHome?: string;
  /**
   * What should change in the plan, in the family’s view
   */
  parentPlanViews?: string;
  /**
   * Should section A of the plan be rewritten?
   */
  aspirationsChanged: boolean;
  /**
   * Strengths, and progress since the last review
   */
  needsStrengths: string;
  /**
   * Section B: does it still describe the special educational needs?
   */
  sectionBRight: boolean;
  /**
   * Section B: what should change?
   *
   * @minItems 1
   * @maxItems 15
   */
  sectionBChanges?: {
    area: Area;
    /**
     * Change
     */
    change: 'newNeed' | 'changed' | 'noLonger';
    /**
     * What should it say?
     */
    detail: string;
    /**
     * Report that shows it
     */
    evidence: string;
  }[];
  /**
   * Is another type of need now the main one?
   */
  newMainNeed?:
    'no' | 'SPLD' | 'MLD' | 'SLD' | 'PMLD' | 'SEMH' | 'SLCN' | 'HI' | 'VI' | 'MSI' | 'PD' | 'ASD' | 'DS' | 'OTH';
  /**
   * Section C: are the health needs right?
   */
  sectionCRight: 'yes' | 'no' | 'none';
  /**
   * Section C: what should change, and on whose advice?
   */
  sectionCChanges?: string;
  /**
   * Section D: are the social care needs right?
   */
  sectionDRight: 'yes' | 'no' | 'none';
  /**
   * Section D: what should change, and on whose advice?
   */
  sectionDChanges?: string;
  /**
   * Progress towards each outcome
   *
   * @minItems 1
   * @maxItems 30
   */
  outcomes: {
    /**
     * Number
     */
    number: number;
    /**
     * Outcome in the plan
     */
    outcome: string;
    /**
     * Progress
     */
    progress: 'achieved' | 'onTrack' | 'some' | 'none';
    /**
     * What shows it?
     */
    evidence: string;
    /**
     * What should happen to this outcome?
     */
    next: 'keep' | 'change' | 'end';
    /**
     * New wording
     */
    newWording?: string;
    /**
     * By when
     */
    byWhen?: string;
  }[];
  /**
   * New outcomes suggested
   *
   * @maxItems 8
   */
  newOutcomes?: {
    /**
     * Outcome
     */
    outcome: string;
    /**
     * Area
     */
    area: 'communication' | 'cognition' | 'semh' | 'sensoryPhysical' | 'independence' | 'health' | 'other';
    /**
     * By when
     */
    byWhen: string;
    /**
     * Why?
     */
    why: string;
  }[];
  /**
   * Steps for the next 12 months
   *
   * @minItems 1
   * @maxItems 20
   */
  shortTermTargets?: {
    /**
     * For outcome number
     */
    forOutcome: number;
    /**
     * Step
     */
    target: string;
    /**
     * Who
     */
    by: string;
    /**
     * Date
     */
    date: string;
  }[];
  /**
   * Attainment
   *
   * @minItems 1
   * @maxItems 20
   */
  attainment?: {
    /**
     * Subject or area
     */
    subject: string;
    /**
     * Scale used
     */
    measure: string;
    /**
     * At the last review
     */
    lastReview?: string;
    /**
     * Now
     */
    now: string;
    /**
     * Target
     */
    target?: string;
  }[];
  /**
   * Progress in all, in a few lines
   */
  progressSummary: string;
  /**
   * Section F: was all provision in the plan made?
   */
  provisionGiven: 'all' | 'most' | 'some' | 'none';
  /**
   * What was not made, and why?
   */
  provisionMissed?: string;
  /**
   * Section F: is the provision still right?
   */
  sectionFRight: boolean;
  /**
   * Section F: what should change?
   *
   * @minItems 1
   * @maxItems 20
   */
  sectionFChanges?: {
    /**
     * What the plan says now
     */
    now?: string;
    /**
     * Change
     */
    change: 'add' | 'change' | 'end';
    /**
     * What it should say
     */
    new?: string;
    /**
     * For outcome number
     */
    forOutcome: string;
    /**
     * Reason
     */
    reason: string;
    /**
     * Cost each year
     */
    costPerYear?: number;
  }[];
  /**
   * How the support and the funding are used now
   *
   * @minItems 1
   * @maxItems 20
   */
  provisionUse?: {
    /**
     * Support
     */
    support: string;
    /**
     * Hours each week
     */
    hours?: number;
    /**
     * Staff
     */
    staff?: string;
    /**
     * Group size
     */
    group?: string;
    /**
     * Cost each year
     */
    costPerYear: number;
    /**
     * What difference it makes
     */
    effect: string;
  }[];
  /**
   * Is more, less or different funding asked for?
   */
  fundingChange?: 'no' | 'more' | 'less' | 'different';
  /**
   * Why, and what would it pay for?
   */
  fundingReason?: string;
  /**
   * Section G: is the health provision right and being given?
   */
  sectionGRight: 'yes' | 'no' | 'none';
  /**
   * Section G: what should change?
   */
  sectionGChanges?: string;
  /**
   * Sections H1 and H2: is the social care provision right and being given?
   */
  sectionHRight: 'yes' | 'no' | 'none';
  /**
   * Sections H1 and H2: what should change?
   */
  sectionHChanges?: string;
  /**
   * Equipment, aids and access
   */
  equipment?: string;
  /**
   * Exam access arrangements
   */
  accessArrangements?: string;
  /**
   * Can this setting still meet the needs?
   */
  placementRight: 'yes' | 'yesWithChanges' | 'no';
  /**
   * Why not, and what has been tried?
   */
  placementReason?: string;
  /**
   * Has the family or young person asked for another setting or type of setting?
   */
  placementRequest: 'no' | 'anotherSetting' | 'anotherType';
  /**
   * Which, and why?
   */
  placementWanted?: string;
  /**
   * Change of phase in the next 12 to 18 months?
   */
  phaseTransfer:
    | 'no'
    | 'startingSchool'
    | 'infantToJunior'
    | 'primaryToMiddle'
    | 'primaryToSecondary'
    | 'middleToSecondary'
    | 'secondaryToPost16'
    | 'post16ToPost16';
  /**
   * Settings the family or young person would like, in order
   *
   * @minItems 1
   * @maxItems 3
   */
  nextSettings?: {
    /**
     * Name
     */
    name: string;
    /**
     * Type of place
     */
    type:
      | 'mainstream'
      | 'resourceBase'
      | 'special'
      | 'alternativeProvision'
      | 'college'
      | 'specialistCollege'
      | 'training'
      | 'eotas';
    /**
     * Visited?
     */
    visited: boolean;
    /**
     * Reason
     */
    reason?: string;
  }[];
  /**
   * How will the move be prepared?
   */
  transitionPlan?: string;
  /**
   * Personal budget: what does the family wish?
   */
  personalBudget: 'notDiscussed' | 'no' | 'wantsToKnow' | 'asks' | 'hasKeep' | 'hasChange';
  /**
   * Personal budget: details
   */
  personalBudgetDetail?: string;
  /**
   * Help with travel
   */
  transport: 'noneNeeded' | 'keep' | 'change' | 'asks' | 'training';
  /**
   * Preparing for adulthood
   */
  pfa?: {
    employment: PfaRow;
    independentLiving: PfaRow;
    communityInclusion: PfaRow;
    health: PfaRow;
  };
  /**
   * Careers guidance given, and next
   */
  careersGuidance?: string;
  /**
   * After this school year or course
   */
  nextStep?:
    | 'stay'
    | 'sixthForm'
    | 'furtherEducation'
    | 'specialistCollege'
    | 'supportedInternship'
    | 'apprenticeship'
    | 'traineeship'
    | 'work'
    | 'university'
    | 'adultServices'
    | 'notDecided';
  /**
   * From the end of compulsory school age the young person decides. Has this been explained?
   */
  decisionMaking?: 'yes' | 'notYet' | 'capacity';
  /**
   * Who helps or decides, and how was capacity looked at?
   */
  capacityNote?: string;
  /**
   * On the GP’s learning disability register and offered a yearly health check?
   */
  healthCheck?: 'yes' | 'no' | 'notKnown' | 'doesNotApply';
  /**
   * Move to adult health and social care
   */
  adultServices?: string;
  /**
   * Aged 19 or over: have the education outcomes been met?
   */
  educationEnds?: 'yes' | 'no' | 'some';
  /**
   * What does the meeting recommend?
   */
  recommendation: 'maintain' | 'amend' | 'cease' | 'reassess';
  /**
   * Which sections should change?
   */
  amendSections?: ('A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H1' | 'H2' | 'I' | 'J')[];
  /**
   * The changes in short
   */
  amendSummary?: string;
  /**
   * Why should the plan end?
   */
  ceaseReason?:
    | 'outcomesMet'
    | 'leftEducation'
    | 'movedArea'
    | 'leftEngland'
    | 'maximumAge'
    | 'died'
    | 'employment'
    | 'university'
    | 'notWanted'
    | 'other';
  /**
   * Evidence, and support afterwards
   */
  ceaseDetail?: string;
  /**
   * What has changed so much that needs must be assessed again?
   */
  reassessReason?: string;
  /**
   * Do parents agree with the recommendation?
   */
  parentAgrees: 'yes' | 'inPart' | 'no' | 'notAsked';
  /**
   * Does the child or young person agree?
   */
  youngPersonAgrees: 'yes' | 'inPart' | 'no' | 'notAbleToSay';
  /**
   * Differences of view, and whose they are
   */
  disagreements?: string;
  /**
   * Actions agreed
   *
   * @maxItems 20
   */
  actions?: {
    /**
     * Action
     */
    action: string;
    /**
     * Who
     */
    who: string;
    /**
     * By when
     */
    byWhen: string;
  }[];
  /**
   * Next review due by
   */
  nextReview?: string;
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
   * Role
   */
  signRole: string;
  /**
   * Date
   */
  signDate: string;
  /**
   * Copies of this report go to everybody invited within two weeks of the meeting
   */
  copiesSent: true;
  /**
   * Head teacher or principal who agrees
   */
  headTeacherAgrees?: string;
}
export interface Attendee {
  /**
   * Name
   */
  name?: string;
  /**
   * Invited?
   */
  invited: boolean;
  /**
   * Present?
   */
  present: boolean;
  /**
   * Report asked for?
   */
  reportRequested?: boolean;
  /**
   * Report received?
   */
  reportReceived?: boolean;
  /**
   * Date of the report
   */
  reportDate?: string;
}
export interface OtherAttendee {
  role: AttendeeRole;
  /**
   * Name
   */
  name?: string;
  /**
   * Invited?
   */
  invited: boolean;
  /**
   * Present?
   */
  present: boolean;
  /**
   * Report asked for?
   */
  reportRequested?: boolean;
  /**
   * Report received?
   */
  reportReceived?: boolean;
  /**
   * Date of the report
   */
  reportDate?: string;
}
export interface PfaRow {
  /**
   * What the young person hopes for
   */
  hope: string;
  /**
   * Support now
   */
  supportNow?: string;
  /**
   * Outcome
   */
  outcome: string;
  /**
   * Next steps
   */
  nextSteps: string;
  /**
   * Who
   */
  who: string;
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
    | 'currentPlan'
    | 'educationalReport'
    | 'psychologyReport'
    | 'healthReport'
    | 'socialCareReport'
    | 'childsViews'
    | 'parentsViews'
    | 'provisionCosts'
    | 'pep'
    | 'riskAssessment'
    | 'other';
  /**
   * Title
   */
  title?: string;
}
