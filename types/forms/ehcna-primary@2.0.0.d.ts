/** Submitted answers to Primary School EHCNA Application Form, version 2.0.0. Made by `npm run forms -- types`; never changed by hand. */

export interface EhcnaPrimaryAnswers {
  /**
   * Please tick the relevant statements
   */
  s36Statements: ('parent' | 'professional' | 'representative')[];
  /**
   * I am a representative of the following school/setting:
   */
  settingKind?: 'earlyYears' | 'primary' | 'secondary' | 'furtherEducation';
  /**
   * Has an EHC needs assessment been carried out in the last six months?
   */
  assessedInLastSixMonths?: 'yes' | 'no' | 'notSure';
  /**
   * Why is another assessment needed now?
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
   * First name
   */
  firstName: string;
  /**
   * Middle names
   */
  middleNames?: string;
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
   * Unique Pupil Number (UPN)
   */
  upn?: string;
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
   * Who does the child or young person live with?
   */
  livesWith?: string;
  /**
   * Is the child or young person looked after by a council?
   */
  lookedAfter?: 'yes' | 'no' | 'notKnown';
  /**
   * Which council looks after them?
   */
  lookedAfterBy?: string;
  /**
   * Legal status
   */
  legalStatus?: 'fullCareOrder' | 'interimCareOrder' | 'accommodated' | 'placementOrder' | 'onRemand' | 'other';
  /**
   * Is there a child in need plan or child protection plan now?
   */
  childInNeedOrProtectionPlan?: 'neither' | 'childInNeed' | 'childProtection' | 'notKnown';
  /**
   * Social worker: name, team and telephone
   */
  socialWorker?: string;
  /**
   * Is a parent serving in the armed forces, or did one serve recently?
   */
  armedForcesFamily?: 'yes' | 'no' | 'preferNotToSay';
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
     * Relationship to the child
     */
    relationship?:
      'mother' | 'father' | 'stepParent' | 'grandparent' | 'fosterCarer' | 'otherCarer' | 'localAuthority' | 'other';
    /**
     * Does this person have parental responsibility?
     */
    parentalResponsibility?: boolean;
    /**
     * Does this person live at the child’s home address?
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
   * Name of school or setting
   */
  settingName?: string;
  /**
   * Type of setting
   */
  settingType?:
    | 'infant'
    | 'junior'
    | 'primary'
    | 'allThrough'
    | 'special'
    | 'independent'
    | 'nonMaintainedSpecial'
    | 'alternativeProvision'
    | 'resourceBase';
  /**
   * Address of the setting
   */
  settingAddress?: {
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
  settingPhone?: string;
  /**
   * E-mail for this application
   */
  settingEmail?: string;
  /**
   * Head teacher, principal or manager
   */
  headTeacher?: string;
  /**
   * SENCo or lead for SEN
   */
  senCoordinator?: string;
  /**
   * Date the child or young person started here
   */
  dateStarted?: string;
  /**
   * Year group taught in
   */
  yearGroup?: 'N1' | 'N2' | 'R' | '1' | '2' | '3' | '4' | '5' | '6';
  /**
   * Why are they taught outside their usual year group?
   */
  outOfYearReason?: string;
  /**
   * Attendance pattern
   */
  timetable?: 'fullTime' | 'partTime' | 'alternativeProvision';
  /**
   * Hours attended each week
   */
  hoursPerWeek?: number;
  /**
   * Attendance in the last 12 months (%)
   */
  attendance?: number;
  /**
   * What explains the absence, and what has been done?
   */
  attendanceComment?: string;
  /**
   * Suspensions and exclusions in the last 12 months
   *
   * @maxItems 20
   */
  exclusions?: {
    /**
     * First day
     */
    from?: string;
    /**
     * Number of days
     */
    days?: number;
    /**
     * Kind
     */
    kind?: 'suspension' | 'permanentExclusion';
    /**
     * Reason
     */
    reason?: string;
  }[];
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
  }[];
  /**
   * Does the school receive pupil premium for this child?
   */
  pupilPremium?: boolean;
  /**
   * Main type of need
   */
  primaryNeed?:
    'SPLD' | 'MLD' | 'SLD' | 'PMLD' | 'SEMH' | 'SLCN' | 'HI' | 'VI' | 'MSI' | 'PD' | 'ASD' | 'DS' | 'OTH' | 'NSA';
  /**
   * Other types of need
   *
   * @maxItems 14
   */
  secondaryNeeds?: (
    'SPLD' | 'MLD' | 'SLD' | 'PMLD' | 'SEMH' | 'SLCN' | 'HI' | 'VI' | 'MSI' | 'PD' | 'ASD' | 'DS' | 'OTH' | 'NSA'
  )[];
  /**
   * On SEN support since
   */
  senSupportSince?: string;
  /**
   * Has an assessment been asked for before?
   */
  previousRequest?: 'yes' | 'no' | 'notKnown';
  /**
   * When, and what was decided?
   */
  previousRequestDetails?: string;
  /**
   * How did the child give their views?
   */
  childViewsHow?: ('talking' | 'writing' | 'drawings' | 'signs' | 'play' | 'adult' | 'other')[];
  /**
   * Who helped, and what is their role?
   */
  childViewsHelper?: string;
  /**
   * What is important to me
   */
  childImportant?: string;
  /**
   * What I am good at and what others like about me
   */
  childGoodAt?: string;
  /**
   * What I find hard
   */
  childHard?: string;
  /**
   * What helps me, and what does not
   */
  childHelp?: string;
  /**
   * My hopes for now and for when I am older
   */
  childHopes?: string;
  /**
   * How I communicate and how best to talk with me
   */
  childCommunication?: string;
  /**
   * Whose views are these?
   */
  familyViewsFrom?: string;
  /**
   * When were they given?
   */
  familyViewsDate?: string;
  /**
   * The child’s story so far
   */
  familyHistory?: string;
  /**
   * What is going well at home and at school
   */
  familyWorking?: string;
  /**
   * What is not going well, and what worries you
   */
  familyWorries?: string;
  /**
   * Hopes for the future
   */
  familyHopes?: string;
  /**
   * Support at home and in the community
   */
  familyHomeSupport?: string;
  /**
   * Essential information
   */
  evidence?: {
    schoolReport?: Evidence;
    childsNeeds?: Evidence;
    provisionTracker?: Evidence;
    pupilProfile?: Evidence;
    medicalDiagnosis?: Evidence;
    timetable?: Evidence;
    tafMinutes?: EvidenceIfRelevant;
    riskAssessment?: EvidenceIfRelevant;
    pep?: Evidence;
  };
  /**
   * Dates of the three reviews in the Pupil Profile
   */
  profileReviewDates?: {
    first?: Review;
    second?: Review;
    third?: Review;
  };
  /**
   * If there are not three dated reviews: they are not available, because
   */
  reviewsWhyNot?: string;
  /**
   * Does the child or young person have needs in communication and interaction?
   */
  communicationApplies?: boolean;
  /**
   * Communication and interaction: strengths
   */
  communicationStrengths?: string;
  /**
   * Communication and interaction: needs, and how they show from day to day
   */
  communicationNeeds?: string;
  /**
   * Communication and interaction: support in place now
   */
  communicationSupport?: string;
  /**
   * Communication and interaction: what difference has the support made?
   */
  communicationImpact?: string;
  /**
   * Does the child or young person have needs in cognition and learning?
   */
  cognitionApplies?: boolean;
  /**
   * Cognition and learning: strengths
   */
  cognitionStrengths?: string;
  /**
   * Cognition and learning: needs, and how they show from day to day
   */
  cognitionNeeds?: string;
  /**
   * Cognition and learning: support in place now
   */
  cognitionSupport?: string;
  /**
   * Cognition and learning: what difference has the support made?
   */
  cognitionImpact?: string;
  /**
   * Does the child or young person have needs in social, emotional and mental health?
   */
  semhApplies?: boolean;
  /**
   * Social, emotional and mental health: strengths
   */
  semhStrengths?: string;
  /**
   * Social, emotional and mental health: needs, and how they show from day to day
   */
  semhNeeds?: string;
  /**
   * Social, emotional and mental health: support in place now
   */
  semhSupport?: string;
  /**
   * Social, emotional and mental health: what difference has the support made?
   */
  semhImpact?: string;
  /**
   * Does the child or young person have needs in sensory and/or physical needs?
   */
  sensoryPhysicalApplies?: boolean;
  /**
   * Sensory and/or physical needs: strengths
   */
  sensoryPhysicalStrengths?: string;
  /**
   * Sensory and/or physical needs: needs, and how they show from day to day
   */
  sensoryPhysicalNeeds?: string;
  /**
   * Sensory and/or physical needs: support in place now
   */
  sensoryPhysicalSupport?: string;
  /**
   * Sensory and/or physical needs: what difference has the support made?
   */
  sensoryPhysicalImpact?: string;
  /**
   * Attainment and progress
   */
  attainment?: {
    reading?: Attainment;
    writing?: Attainment;
    mathematics?: Attainment;
    speakingListening?: Attainment;
    personalSocial?: Attainment;
    /**
     * Other subjects
     *
     * @maxItems 5
     */
    other?: {
      /**
       * Subject
       */
      subject?: string;
      /**
       * Scale used
       */
      measure?: string;
      /**
       * A year ago
       */
      yearAgo?: string;
      /**
       * Now
       */
      now?: string;
      /**
       * Date
       */
      date?: string;
      /**
       * Compared with age
       */
      againstAge?: 'above' | 'asExpected' | 'justBelow' | 'wellBelow' | 'engagementModel';
    }[];
  };
  /**
   * If there are no levels: they are not available, because
   */
  attainmentWhyNot?: string;
  /**
   * Standardised tests
   *
   * @maxItems 12
   */
  standardisedScores?: {
    /**
     * Test
     */
    test?: string;
    /**
     * Date
     */
    date?: string;
    /**
     * Score
     */
    score?: string;
    /**
     * Percentile
     */
    percentile?: number;
    /**
     * Carried out by
     */
    by?: string;
  }[];
  /**
   * Provision in the last 12 months
   *
   * @maxItems 20
   */
  provision?: {
    /**
     * Intervention
     */
    intervention?: string;
    /**
     * Aim
     */
    aim?: string;
    /**
     * How often and how long
     */
    frequency?: string;
    /**
     * Group size
     */
    groupSize?: number;
    /**
     * Staff
     */
    staff?: string;
    /**
     * Started
     */
    start?: string;
    /**
     * Ended
     */
    end?: string;
    /**
     * Cost each year
     */
    costPerYear?: number;
    /**
     * Outcome
     */
    outcome?: string;
  }[];
  /**
   * If there is no record of provision or its cost: it is not available, because
   */
  provisionWhyNot?: string;
  /**
   * Why has this support not been enough?
   */
  outcomesNotMet?: string;
  /**
   * What advice from specialists has been followed, and what came of it?
   */
  adviceFollowed?: string;
  /**
   * Reports and assessments you are sending
   *
   * @maxItems 20
   */
  reports?: {
    /**
     * Written by
     */
    professional?: string;
    /**
     * Their role
     */
    role?:
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
    /**
     * Service
     */
    service?: string;
    /**
     * Date
     */
    date?: string;
    /**
     * Attached?
     */
    attached?: boolean;
  }[];
  /**
   * How have parents been involved in planning and review?
   */
  parentalInvolvement?: string;
  /**
   * No health or social care service is involved now, or has been
   */
  noOtherAgencies?: boolean;
  /**
   * Health Support
   *
   * @maxItems 15
   */
  healthSupport?: {
    /**
     * Service
     */
    service?: string;
    /**
     * Name of the professional
     */
    professional?: string;
    /**
     * Their role
     */
    role?:
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
    /**
     * Telephone or e-mail
     */
    phoneOrEmail?: string;
    /**
     * From
     */
    from?: string;
    /**
     * To
     */
    to?: string;
    /**
     * What they do
     */
    support?: string;
    /**
     * What came of it
     */
    outcome?: string;
    /**
     * Name of the document
     */
    document?: string;
  }[];
  /**
   * Social Care Support
   *
   * @maxItems 10
   */
  socialCareSupport?: {
    /**
     * Service
     */
    service?: string;
    /**
     * Name of the professional
     */
    professional?: string;
    /**
     * Their role
     */
    role?:
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
    /**
     * Telephone or e-mail
     */
    phoneOrEmail?: string;
    /**
     * From
     */
    from?: string;
    /**
     * To
     */
    to?: string;
    /**
     * What they do
     */
    support?: string;
    /**
     * What came of it
     */
    outcome?: string;
    /**
     * Name of the document
     */
    document?: string;
  }[];
  /**
   * Referrals made and not yet seen
   *
   * @maxItems 10
   */
  onWaitingList?: {
    /**
     * Service
     */
    service?: string;
    /**
     * Referred on
     */
    referredOn?: string;
    /**
     * When they expect to be seen
     */
    expected?: string;
  }[];
  /**
   * Additional considerations
   */
  additional?: string;
  /**
   * Outcomes you hope an EHC plan would support
   *
   * @maxItems 8
   */
  outcomesSought?: {
    /**
     * Area
     */
    area?: 'communication' | 'cognition' | 'semh' | 'sensoryPhysical' | 'independence' | 'health' | 'other';
    /**
     * Outcome
     */
    outcome?: string;
    /**
     * By when
     */
    byWhen?: 'schoolYear' | 'keyStage' | 'twoToThreeYears' | 'other';
  }[];
  /**
   * Provision you think is needed that cannot be made from what is already there
   */
  provisionSought?: string;
  /**
   * Why are you asking for an assessment now?
   */
  whyNow?: string;
  /**
   * Does the family hope for a change of school or setting?
   */
  placementPreference?: string;
  /**
   * I am requesting an EHC Assessment for this child and have obtained and attached the following consent:
   */
  requestingWithConsent?: ('consentForm' | 'medicalQuestionnaire')[];
  /**
   * If there is no signed Consent Form: it is not available, because
   */
  consentWhyNot?: string;
  /**
   * Why is there no medical questionnaire?
   */
  noMedicalQuestionnaireReason?: string;
  /**
   * Who gave consent?
   */
  consentGivenBy?: string;
  /**
   * Date of consent
   */
  consentDate?: string;
  /**
   * May we share this information with …
   */
  shareWith?: {
    /**
     * Health services
     */
    health?: {
      /**
       * May we share?
       */
      share?: boolean;
    };
    /**
     * Social care
     */
    socialCare?: {
      /**
       * May we share?
       */
      share?: boolean;
    };
    /**
     * Schools, settings and education services
     */
    education?: {
      /**
       * May we share?
       */
      share?: boolean;
    };
  };
  /**
   * Anyone the family does not want us to share with, and why
   */
  consentLimits?: string;
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
  /**
   * Head teacher who agrees with this application
   */
  headTeacherAgrees?: string;
  /**
   * If no head teacher has agreed: not available, because
   */
  agreementWhyNot?: string;
}
export interface Evidence {
  /**
   * Name, date and author of relevant document attached
   */
  document?: string;
  /**
   * Not available, because
   */
  notAvailable?: string;
}
export interface EvidenceIfRelevant {
  /**
   * Name, date and author of relevant document attached
   */
  document?: string;
  /**
   * Not relevant
   */
  notRelevant?: boolean;
}
export interface Review {
  /**
   * Date
   */
  date?: string;
  /**
   * Led by
   */
  ledBy?: string;
  /**
   * Parents present?
   */
  parentsPresent?: boolean;
}
export interface Attainment {
  /**
   * Scale used
   */
  measure?: string;
  /**
   * A year ago
   */
  yearAgo?: string;
  /**
   * Now
   */
  now?: string;
  /**
   * Date
   */
  date?: string;
  /**
   * Compared with age
   */
  againstAge?: 'above' | 'asExpected' | 'justBelow' | 'wellBelow' | 'engagementModel';
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
  kind?:
    | 'schoolReport'
    | 'childsNeeds'
    | 'provisionTracker'
    | 'pupilProfile'
    | 'medicalDiagnosis'
    | 'timetable'
    | 'tafMinutes'
    | 'riskAssessment'
    | 'pep'
    | 'consentForm'
    | 'medicalQuestionnaire'
    | 'professionalReport'
    | 'views'
    | 'other';
  /**
   * Title
   */
  title?: string;
}
