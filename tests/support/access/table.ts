/**
 * Who may call what: every route that has a record in its path, and every list of records, called by everybody. In brackets stands the
 * record, where a route is called with more than one. A cell is `yes` for an answer, `none` for a list with nothing in it, or the status
 * of the refusal. (To leave off writing changes nothing for whoever does not write, and is never refused to who may read.)
 */
import { callers, type CallerName } from './people.ts';

const written = `
                                                     nobody stranger owner holder former member manager officer other admin key  bare

GET /api/drafts                                      401    none     yes   none   none   none   none    none    none  none  403  403
GET /api/people                                      401    none     yes   none   none   none   none    none    yes   none  403  403
GET /api/submissions                                 401    none     yes   yes    none   none   none    none    yes   none  403  403
GET /api/received                                    401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/groups                                      401    none     none  yes    none   yes    yes     yes     yes   yes   yes  403
GET /api/tasks [assigned]                            401    none     none  yes    none   none   none    none    none  none  403  403
GET /api/tasks [groups]                              401    none     none  yes    none   yes    yes     none    none  none  403  403
GET /api/tasks [managed]                             401    none     none  none   none   none   yes     none    none  none  403  403
GET /api/tasks [submitted]                           401    none     none  yes    none   none   none    none    none  none  403  403
GET /api/council/tasks                               401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/council/tasks [of rivers]                   401    403      403   403    403    403    403     yes     403   yes   yes  403
GET /api/council/tasks.csv                           401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/cases                                       401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/cases [of rivers]                           401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/work                                        401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/work [of rivers]                            401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/board                                       401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/board [of rivers]                           401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/board.csv                                   401    403      403   403    403    403    403     yes     none  yes   yes  403
GET /api/accounts                                    401    403      403   403    403    403    403     403     403   yes   403  403
GET /api/audit                                       401    403      403   403    403    403    403     403     403   yes   403  403
GET /api/keys                                        401    403      403   403    403    403    403     403     403   yes   403  403
GET /api/webhooks                                    401    403      403   403    403    403    403     403     403   yes   403  403

GET /api/drafts/:id                                  401    404      yes   404    404    404    404     404     404   404   403  403
GET /api/drafts/:id [of a task]                      401    404      404   yes    404    404    404     404     404   404   403  403
GET /api/drafts/:id/pdf                              401    404      yes   404    404    404    404     404     404   404   403  403
PATCH /api/drafts/:id                                401    404      yes   404    404    404    404     404     404   404   403  403
PATCH /api/drafts/:id [of a task]                    401    404      404   yes    409    409    409     409     404   409   403  403
POST /api/drafts/:id/renew                           401    404      yes   404    404    404    404     404     404   404   403  403
POST /api/drafts/:id/submit                          401    404      yes   404    404    404    404     404     404   404   403  403
DELETE /api/drafts/:id                               401    404      yes   404    404    404    404     404     404   404   403  403
POST /api/drafts/:id/attachments                     401    404      yes   404    404    404    404     404     404   404   403  403
GET /api/drafts/:id/attachments/:attachment          401    404      yes   404    404    404    404     404     404   404   403  403
DELETE /api/drafts/:id/attachments/:attachment       401    404      yes   404    404    404    404     404     404   404   403  403
DELETE /api/people/:id                               401    404      yes   404    404    404    404     404     404   404   403  403
DELETE /api/me/sessions/:id                          401    404      yes   404    404    404    404     404     404   404   403  403

GET /api/submissions/:id                             401    404      yes   404    404    404    404     yes     404   yes   yes  403
GET /api/submissions/:id [an officer’s own]          401    404      404   404    404    404    404     yes     yes   yes   yes  403
GET /api/submissions/:id/pdf                         401    404      yes   404    404    404    404     yes     404   yes   yes  403
GET /api/submissions/:id/attachments/:attachment     401    404      yes   404    404    404    404     yes     404   yes   yes  403
POST /api/submissions/:id/email                      401    404      yes   404    404    404    404     yes     404   yes   403  403
POST /api/submissions/:id/response                   401    403      403   403    403    403    403     yes     404   yes   yes  403
POST /api/submissions/:id/response [an officer’s own] 401   403      403   403    403    403    403     yes     403   yes   yes  403
POST /api/submissions/:id/response/documents         401    403      403   403    403    403    403     yes     404   yes   yes  403
PUT /api/submissions/:id/standing                    401    403      403   403    403    403    403     yes     404   yes   yes  403
PUT /api/submissions/:id/standing [an officer’s own] 401    403      403   403    403    403    403     yes     403   yes   yes  403
GET /api/threads/submission/:id                      401    404      yes   404    404    404    404     yes     404   yes   yes  403
POST /api/threads/submission/:id                     401    404      yes   404    404    404    404     yes     404   yes   yes  403
GET /api/threads/task/:id                            401    404      404   yes    yes    yes    yes     yes     404   yes   yes  403
POST /api/threads/task/:id                           401    404      404   yes    yes    yes    yes     yes     404   yes   yes  403

GET /api/tasks/:id                                   401    404      404   yes    yes    yes    yes     yes     404   yes   yes  403
GET /api/tasks/:id/lock                              401    404      404   yes    yes    yes    yes     yes     404   yes   yes  403
GET /api/tasks/:id [in the tray]                     401    404      404   yes    404    yes    yes     yes     404   yes   yes  403
GET /api/tasks/:id [answered]                        401    404      404   yes    404    yes    yes     yes     404   yes   yes  403
GET /api/tasks/:id/pdf                               401    404      404   yes    yes    yes    yes     yes     404   yes   yes  403
GET /api/tasks/:id/blank                             401    404      404   yes    yes    yes    yes     yes     404   yes   yes  403
GET /api/tasks/:id/attachments/:attachment           401    404      404   yes    yes    yes    yes     yes     404   yes   yes  403
GET /api/tasks/:id/documents/:document               401    404      404   yes    yes    yes    yes     yes     404   yes   yes  403
GET /api/tasks/:id/people                            401    404      404   yes    403    403    yes     yes     404   yes   yes  403
POST /api/tasks/:id/pick-up                          401    404      404   yes    404    yes    yes     403     404   403   403  403
POST /api/tasks/:id/open                             401    404      404   yes    403    403    403     403     404   403   403  403
POST /api/tasks/:id/release                          401    404      404   yes    yes    yes    yes     yes     404   yes   403  403
POST /api/tasks/:id/take-over                        401    404      404   409    403    409    yes     yes     404   yes   yes  403
POST /api/tasks/:id/take-over [left]                 401    404      404   409    403    yes    yes     yes     404   yes   yes  403
POST /api/tasks/:id/return                           401    404      404   yes    403    403    yes     yes     404   yes   yes  403
POST /api/tasks/:id/re-assign                        401    404      404   yes    403    403    yes     yes     404   yes   yes  403
POST /api/tasks/:id/counter-sign                     401    404      404   403    403    403    403     403     404   403   403  403
POST /api/tasks/:id/counter-sign [the manager’s]     401    404      404   403    403    403    yes     403     404   403   403  403
POST /api/tasks/:id/submit                           401    404      404   yes    403    403    403     403     404   403   403  403
POST /api/tasks/:id/retract                          401    403      403   403    403    403    403     yes     404   yes   yes  403
POST /api/tasks/:id/extend                           401    403      403   403    403    403    403     yes     404   yes   yes  403
POST /api/tasks/:id/reopen                           401    403      403   403    403    403    403     yes     404   yes   yes  403

GET /api/groups/:id                                  401    404      404   yes    404    yes    yes     yes     yes   yes   yes  403
PUT /api/groups/:id                                  401    404      404   403    404    403    yes     403     403   yes   403  403
PUT /api/groups/:id [another name]                   401    404      404   403    404    403    403     403     403   yes   403  403
POST /api/groups/:id/members                         401    404      404   403    404    403    yes     403     403   yes   403  403
DELETE /api/groups/:id                               401    403      403   403    403    403    403     403     403   yes   403  403
PUT /api/teams/:id                                   401    403      403   403    403    403    403     403     403   yes   403  403

GET /api/cases/:id                                   401    403      403   403    403    403    403     yes     404   yes   yes  403
GET /api/cases/:id/story                             401    403      403   403    403    403    403     yes     404   yes   yes  403
GET /api/cases/:id/audit                             401    403      403   403    403    403    403     yes     404   yes   403  403
GET /api/cases/:id/export                            401    403      403   403    403    403    403     yes     404   yes   403  403
POST /api/cases/:id/export                           401    403      403   403    403    403    403     yes     404   yes   403  403
PUT /api/cases/:id                                   401    403      403   403    403    403    403     yes     404   yes   yes  403
POST /api/cases/:id/events                           401    403      403   403    403    403    403     yes     404   yes   yes  403
DELETE /api/cases/:id/events/:event                  401    403      403   403    403    403    403     yes     404   yes   yes  403
POST /api/cases/:id/pauses                           401    403      403   403    403    403    403     yes     404   yes   yes  403
PUT /api/cases/:id/pauses/:pause                     401    403      403   403    403    403    403     yes     404   yes   yes  403
DELETE /api/cases/:id/pauses/:pause                  401    403      403   403    403    403    403     yes     404   yes   yes  403
PUT /api/cases/:id/hold                              401    403      403   403    403    403    403     yes     404   yes   yes  403
DELETE /api/cases/:id/hold                           401    403      403   403    403    403    403     yes     404   yes   yes  403

POST /api/accounts/:id/suspend                       401    403      403   403    403    403    403     403     403   yes   403  403
POST /api/accounts/:id/restore                       401    403      403   403    403    403    403     403     403   yes   403  403
POST /api/accounts/:id/confirm                       401    403      403   403    403    403    403     403     403   yes   403  403
PUT /api/accounts/:id/role                           401    403      403   403    403    403    403     403     403   yes   403  403
DELETE /api/keys/:id                                 401    403      403   403    403    403    403     403     403   yes   403  403
DELETE /api/webhooks/:id                             401    403      403   403    403    403    403     403     403   yes   403  403
GET /api/webhooks/:id/deliveries                     401    403      403   403    403    403    403     403     403   yes   403  403
POST /api/webhooks/:id/deliveries/:delivery/resend   401    403      403   403    403    403    403     403     403   yes   403  403
`;

export interface Row {
  /** `GET /api/drafts/:id` or `GET /api/drafts/:id [of a task]`. */
  name: string;
  /** `GET /api/drafts/:id`. */
  route: string;
  cells: [CallerName, string][];
}

/** Throws unless every row has a cell for every caller. */
const read = (text: string): Row[] => {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  if (head.trim().split(/\s+/).join() !== callers.join()) throw new Error(`The columns are not ${callers.join()}`);
  return lines.map((line) => {
    const [, name = '', rest = ''] = /^(\S+ \S+(?: \[[^\]]+\])?)\s+(.+)$/.exec(line) ?? [];
    const cells = rest.trim().split(/\s+/);
    if (cells.length !== callers.length) throw new Error(`${callers.length} cells are wanted: ${line}`);
    const route = name.replace(/ \[.*$/, '');
    return { name, route, cells: callers.map((caller, index) => [caller, cells[index] ?? '']) };
  });
};

export const accessTable: Row[] = read(written);

/** Routes with something in their path that is nobody's record. */
export const nobodysRecords = [
  'GET /api/blank-forms/:id',
  'GET /api/forms/:id',
  'GET /api/forms/:id/:version',
  'GET /api/registers/:name',
  'GET /api/service/logo',
  'GET /problems/:code',
  'GET /validators/:hash.js',
];
