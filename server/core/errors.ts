/**
 * Every problem that the server can answer with (RFC 9457), in one table. A code never changes its meaning; its sentences
 * say what happened and what to do. `docs/reference/problems.md` lists the same codes; a test compares the two.
 */
import type { ProblemBody } from '../../wire/shapes.ts';

interface ProblemKind {
  status: number;
  title: string;
  /** What happened. */
  detail: string;
  /** What the person can do next. */
  next: string;
}

export const problemKinds = {
  malformed: {
    status: 400,
    title: 'The request could not be read',
    detail: 'What was sent is not valid JSON, or is nested too deeply.',
    next: 'Reload the page and try again.',
  },
  'request-invalid': {
    status: 422,
    title: 'Some details are not right',
    detail: 'Some of what was sent is missing or not in the right form.',
    next: 'Fix what is named in the list and send it again.',
  },
  'media-type': {
    status: 415,
    title: 'This kind of content is not accepted here',
    detail: 'This address accepts JSON only.',
    next: 'Send JSON with the content type application/json.',
  },
  'too-large': {
    status: 413,
    title: 'Too much was sent at once',
    detail: 'What was sent is larger than this address accepts.',
    next: 'Send less at once.',
  },
  'cross-site': {
    status: 403,
    title: 'The request came from another site',
    detail: 'Changes are accepted only from the service’s own pages.',
    next: 'Open the service itself and try again there.',
  },
  'sign-in-needed': {
    status: 401,
    title: 'You are not signed in',
    detail: 'You need to sign in for this, or you were signed out after a time without activity.',
    next: 'Sign in and try again.',
  },
  forbidden: {
    status: 403,
    title: 'You cannot do this with your account',
    detail: 'Your role does not let you see this page or do this.',
    next: 'If you need it for your work, ask the team named under Contact.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing at this address, or it belongs to somebody else.',
    next: 'Check the address, or go to the start page.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This cannot be done at this address',
    detail: 'The address exists, but it does not accept this kind of request.',
    next: 'Use one of the methods that the Allow header names.',
  },
  conflict: {
    status: 409,
    title: 'It was changed elsewhere',
    detail: 'It was changed in another window or on another device after you opened it here.',
    next: 'Reload the page, then make your change again.',
  },
  'revision-needed': {
    status: 428,
    title: 'The version that was changed is missing',
    detail: 'A change needs the header If-Match with the revision that it was made to.',
    next: 'Reload the page, then make your change again.',
  },
  'possible-duplicate': {
    status: 409,
    title: 'There may be a record of this person already',
    detail: 'There is already somebody with the same date of birth and a similar name, or with the same number.',
    next: 'Check the records that are named. If none of them is this person, confirm that and send it again.',
  },
  'task-refused': {
    status: 409,
    title: 'This cannot be done with the task now',
    detail: 'Somebody else has it, it is closed, or it is not for you to do this.',
    next: 'Reload the page.',
  },
  'task-moved': {
    status: 410,
    title: 'Somebody else has this form now',
    detail: 'This form was given to somebody else. You do not need to do anything more with it.',
    next: 'If you think that this is wrong, ask the team named under Contact.',
  },
  'automatic-reply': {
    status: 422,
    title: 'Somebody is away',
    detail: 'Somebody you are sending it to has an automatic reply.',
    next: 'Read it, then send it to the person it names, or send it anyway.',
  },
  gone: {
    status: 410,
    title: 'It is no longer here',
    detail: 'It has expired, and was deleted or is no longer shown.',
    next: 'Start a new form, or ask the team named under Contact.',
  },
  'draft-submitted': {
    status: 410,
    title: 'This form was submitted',
    detail: 'This form was submitted and can no longer be changed.',
    next: 'You can find it under Submitted forms.',
  },
  'answers-far-over': {
    status: 422,
    title: 'Some answers cannot be kept',
    detail: 'Some answers are far larger than the form allows, or of another kind than the questions ask for.',
    next: 'Correct the answers that are named in the list. What you wrote is still on this page.',
  },
  'answers-invalid': {
    status: 422,
    title: 'The form cannot be submitted yet',
    detail: 'Some answers are missing or not right.',
    next: 'Fix the answers that are named in the list, then submit again. Nothing that you wrote is lost.',
  },
  'file-refused': {
    status: 422,
    title: 'The document was not accepted',
    detail: 'This document cannot be accepted here.',
    next: 'Choose another document.',
  },
  'too-many-files': {
    status: 422,
    title: 'Too many documents',
    detail: 'The form already has as many documents as it can hold.',
    next: 'Remove one that is not needed.',
  },
  'account-full': {
    status: 422,
    title: 'Your account is full',
    detail: 'Your saved forms that are not submitted hold as much as an account can keep.',
    next: 'Delete a saved form that you no longer need, or submit one, then try again.',
  },
  'file-waiting': {
    status: 409,
    title: 'The document is still being checked',
    detail: 'Nobody can open a document until it has been checked for viruses.',
    next: 'Try again in a few minutes.',
  },
  'password-weak': {
    status: 422,
    title: 'Choose another password',
    detail: 'The password is too easy to guess.',
    next: 'Three or more unrelated words make a good password.',
  },
  'password-wrong': {
    status: 403,
    title: 'The password is wrong',
    detail: 'The current password that you entered is not right.',
    next: 'Enter your current password again.',
  },
  'code-wrong': {
    status: 403,
    title: 'The code was not accepted',
    detail: 'The code is wrong or more than 10 minutes old.',
    next: 'Enter the newest code, or ask for a new one.',
  },
  'code-used-up': {
    status: 403,
    title: 'Too many wrong codes',
    detail: 'This code can no longer be used, because a wrong code was entered too many times.',
    next: 'Ask for a new code.',
  },
  'code-too-soon': {
    status: 429,
    title: 'A code was sent a moment ago',
    detail: 'A new code cannot be sent yet.',
    next: 'Check your inbox and spam folder. You can ask again after the wait.',
  },
  'start-again': {
    status: 410,
    title: 'This step can no longer be finished',
    detail: 'It has already been finished, or it was started too long ago.',
    next: 'Start again from the beginning.',
  },
  'invitation-accepted': {
    status: 410,
    title: 'This invitation has already been accepted',
    detail: 'A password has already been chosen with this link, and the link works only once.',
    next: 'Sign in with that password, or ask for a new one under “I have forgotten my password”.',
  },
  'link-over': {
    status: 410,
    title: 'This link can no longer be used',
    detail: 'It has already been used, was replaced by a newer one, or is more than an hour old.',
    next: 'Ask for a new link.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts',
    detail: 'To keep accounts safe, there is a wait after several attempts.',
    next: 'Wait until the time is over, then try again.',
  },
  'pdf-unavailable': {
    status: 503,
    title: 'The PDF cannot be created at the moment',
    detail: 'Too many PDFs are being created, or this one took too long.',
    next: 'Try again in a minute. Nothing that you wrote is lost.',
  },
  'check-unavailable': {
    status: 503,
    title: 'The form cannot be checked at the moment',
    detail: 'Too many long forms are being checked, or this one took too long.',
    next: 'Try again in a minute. If it happens again, shorten the longest answers. Nothing that you wrote is lost.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot save at the moment',
    detail: 'Nothing was saved by this request.',
    next: 'Keep the page open and try again in a minute.',
  },
  unexpected: {
    status: 500,
    title: 'Something went wrong',
    detail: 'The fault is ours and has been recorded.',
    next: 'Try again. If it happens again, tell the team named under Contact the number of the request.',
  },
} satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;
export type ProblemExtras = Pick<ProblemBody, 'errors' | 'revision' | 'retryAfter' | 'candidates' | 'away'> & {
  /** Replaces the table's sentences where something more exact can be said. */
  detail?: string;
  headers?: Record<string, string>;
};

/** Thrown anywhere below a route; answered as its problem document. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;
  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(code);
    this.code = code;
    this.extras = extras;
  }
}

/** The error to throw for `code`. */
export const problem = (code: ProblemCode, extras?: ProblemExtras): ProblemError => new ProblemError(code, extras);

/** The document that goes to the client; `requestId` lets a person name the request without naming its content. */
export const problemBody = (code: ProblemCode, extras: ProblemExtras, requestId: string): ProblemBody => {
  const { status, title, detail, next } = problemKinds[code];
  const { errors, revision, retryAfter, candidates, away } = extras;
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    detail: extras.detail ?? `${detail} ${next}`,
    instance: `urn:request:${requestId}`,
    ...(errors === undefined ? {} : { errors }),
    ...(revision === undefined ? {} : { revision }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(candidates === undefined ? {} : { candidates }),
    ...(away === undefined ? {} : { away }),
  };
};
