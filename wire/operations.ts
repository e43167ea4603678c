/* Made by `npm run client` from the routes of the service. */
import type {
  Challenge,
  ChallengeAnswer,
  EmailChange,
  KnownPerson,
  Me,
  NewCode,
  OwnSession,
  PasswordChange,
  PasswordReset,
  PasswordResetLink,
  PasswordResetRequest,
  Profile,
  Registration,
  SignIn,
} from './account.ts';
import type { ApiKey, ApiKeyMade, DeliveryPage, NewApiKey, NewWebhook, Webhook, WebhookMade } from './api.ts';
import type { CaseExportContents } from './case-export.ts';
import type {
  BoardPage,
  Case,
  CaseChange,
  CasePage,
  CaseSettings,
  Dashboard,
  NewCase,
  NewCaseEvent,
  NewHold,
  NewPause,
} from './case.ts';
import type {
  AccountLine,
  AccountPage,
  AuditAction,
  AuditPage,
  Calendar,
  CaseAuditPage,
  CatalogueVersion,
  Group,
  GroupChange,
  GroupJoin,
  Invitation,
  InvitationAcceptance,
  InvitationToken,
  InvitationView,
  RoleChange,
  ServiceFinding,
  Suspension,
  Team,
  TeamChange,
} from './council.ts';
import type {
  CatalogueReport,
  Draft,
  DraftPatch,
  DraftSummary,
  FormSummary,
  MailState,
  NewDraft,
  NewStanding,
  RegisterEntry,
  Renew,
  Saved,
  Service,
  Submission,
  SubmissionPage,
  SubmissionSummary,
  Submit,
} from './form.ts';
import type {
  AutomaticReply,
  Message,
  NewMessage,
  NewResponse,
  NewTasks,
  Recipient,
  Task,
  TaskComment,
  TaskCounterSign,
  TaskExtend,
  TaskLock,
  TaskPage,
  TaskPerson,
  TaskProposal,
  TaskReassign,
  TaskReopen,
  TaskSubmit,
  UnreadThreads,
} from './task.ts';
import type { CaseStory, WorkPage } from './work.ts';

/** What each operation takes and answers; `{}` stands for what its address names. */
export interface Operations {
  'GET /api/service/state': { reply: ServiceFinding[] };
  'GET /api/service': { reply: Service };
  'GET /api/service/mail': { reply: MailState };
  'POST /api/registrations': { body: Registration; reply: Challenge };
  'POST /api/registrations/confirm': { body: ChallengeAnswer; reply: Me };
  'POST /api/registrations/new-code': { body: NewCode; reply: Challenge };
  'POST /api/sign-in': { body: SignIn; reply: Challenge };
  'POST /api/sign-in/code': { body: ChallengeAnswer; reply: Me };
  'POST /api/sign-in/new-code': { body: NewCode; reply: Challenge };
  'POST /api/sign-out': { reply: undefined };
  'POST /api/session/extend': { reply: Me };
  'GET /api/me/sessions': { reply: OwnSession[] };
  'DELETE /api/me/sessions/{}': { reply: undefined };
  'DELETE /api/me/sessions': { reply: undefined };
  'POST /api/password-resets': { body: PasswordResetRequest; reply: undefined };
  'POST /api/password-resets/read': { body: PasswordResetLink; reply: undefined };
  'POST /api/password-resets/confirm': { body: PasswordReset; reply: undefined };
  'GET /api/me': { reply: Me };
  'PUT /api/me/profile': { body: Profile; reply: Me };
  'PUT /api/me/password': { body: PasswordChange; reply: undefined };
  'POST /api/me/email': { body: EmailChange; reply: Challenge };
  'POST /api/me/email/confirm': { body: ChallengeAnswer; reply: Me };
  'POST /api/me/email/new-code': { body: NewCode; reply: Challenge };
  'GET /api/accounts': { reply: AccountPage };
  'POST /api/accounts/invitations': { body: Invitation; reply: AccountLine };
  'POST /api/accounts/{}/suspend': { body: Suspension; reply: AccountLine };
  'POST /api/accounts/{}/restore': { reply: AccountLine };
  'POST /api/accounts/{}/confirm': { reply: AccountLine };
  'PUT /api/accounts/{}/role': { body: RoleChange; reply: AccountLine };
  'POST /api/invitations/read': { body: InvitationToken; reply: InvitationView };
  'POST /api/invitations/accept': { body: InvitationAcceptance; reply: Me };
  'GET /api/keys': { reply: ApiKey[] };
  'POST /api/keys': { body: NewApiKey; reply: ApiKeyMade };
  'DELETE /api/keys/{}': { reply: undefined };
  'GET /api/audit': { reply: AuditPage };
  'GET /api/cases/{}/audit': { reply: CaseAuditPage };
  'GET /api/audit/actions': { reply: AuditAction[] };
  'GET /api/forms': { reply: FormSummary[] };
  'GET /api/catalogue': { reply: CatalogueReport };
  'POST /api/catalogue/reload': { reply: CatalogueReport };
  'GET /api/registers/{}': { reply: RegisterEntry[] };
  'GET /api/catalogue/versions': { reply: CatalogueVersion[] };
  'GET /api/webhooks': { reply: Webhook[] };
  'POST /api/webhooks': { body: NewWebhook; reply: WebhookMade };
  'DELETE /api/webhooks/{}': { reply: undefined };
  'GET /api/webhooks/{}/deliveries': { reply: DeliveryPage };
  'POST /api/webhooks/{}/deliveries/{}/resend': { reply: undefined };
  'POST /api/drafts': { body: NewDraft; reply: Draft };
  'GET /api/drafts': { reply: DraftSummary[] };
  'GET /api/drafts/{}': { reply: Draft };
  'PATCH /api/drafts/{}': { body: DraftPatch; reply: Saved };
  'POST /api/drafts/{}/renew': { body: Renew; reply: Draft };
  'DELETE /api/drafts/{}': { reply: undefined };
  'DELETE /api/drafts/{}/attachments/{}': { reply: undefined };
  'GET /api/people': { reply: KnownPerson[] };
  'DELETE /api/people/{}': { reply: undefined };
  'GET /api/groups': { reply: Group[] };
  'GET /api/groups/{}': { reply: Group };
  'POST /api/groups': { body: GroupChange; reply: Group };
  'PUT /api/groups/{}': { body: GroupChange; reply: Group };
  'POST /api/groups/{}/members': { body: GroupJoin; reply: Group };
  'DELETE /api/groups/{}': { reply: undefined };
  'GET /api/teams': { reply: Team[] };
  'PUT /api/teams/{}': { body: TeamChange; reply: Team };
  'GET /api/case-settings': { reply: CaseSettings };
  'GET /api/cases': { reply: CasePage };
  'POST /api/cases': { body: NewCase; reply: Case };
  'GET /api/cases/{}': { reply: Case };
  'PUT /api/cases/{}': { body: CaseChange; reply: Case };
  'POST /api/cases/{}/events': { body: NewCaseEvent; reply: Case };
  'DELETE /api/cases/{}/events/{}': { reply: Case };
  'POST /api/cases/{}/pauses': { body: NewPause; reply: Case };
  'PUT /api/cases/{}/pauses/{}': { body: NewPause; reply: Case };
  'DELETE /api/cases/{}/pauses/{}': { reply: Case };
  'PUT /api/cases/{}/hold': { body: NewHold; reply: Case };
  'DELETE /api/cases/{}/hold': { reply: Case };
  'GET /api/board': { reply: BoardPage };
  'GET /api/dashboard': { reply: Dashboard };
  'GET /api/calendar': { reply: Calendar };
  'PUT /api/calendar': { body: Calendar; reply: Calendar };
  'POST /api/drafts/{}/submit': { body: Submit; reply: SubmissionSummary };
  'GET /api/submissions': { reply: SubmissionSummary[] };
  'GET /api/submissions/{}': { reply: Submission };
  'POST /api/submissions/{}/email': { reply: undefined };
  'GET /api/received': { reply: SubmissionPage };
  'PUT /api/submissions/{}/standing': { body: NewStanding; reply: SubmissionSummary };
  'POST /api/submissions/{}/response': { body: NewResponse; reply: SubmissionSummary };
  'GET /api/tasks': { reply: TaskPage };
  'GET /api/tasks/{}': { reply: Task };
  'GET /api/tasks/{}/lock': { reply: TaskLock };
  'GET /api/tasks/{}/people': { reply: TaskPerson[] };
  'POST /api/tasks/{}/pick-up': { reply: Task };
  'POST /api/tasks/{}/open': { reply: Task };
  'POST /api/tasks/{}/release': { reply: Task };
  'POST /api/tasks/{}/take-over': { body: Record<string, never>; reply: Task };
  'POST /api/tasks/{}/return': { body: TaskComment; reply: Task };
  'POST /api/tasks/{}/re-assign': { body: TaskReassign; reply: Task };
  'POST /api/tasks/{}/counter-sign': { body: TaskCounterSign; reply: Task };
  'POST /api/tasks/{}/retract': { body: TaskComment; reply: Task };
  'POST /api/tasks/{}/reopen': { body: TaskReopen; reply: Task };
  'POST /api/tasks/{}/extend': { body: TaskExtend; reply: Task };
  'POST /api/tasks/{}/submit': { body: TaskSubmit; reply: Task };
  'GET /api/me/automatic-reply': { reply: AutomaticReply };
  'PUT /api/me/automatic-reply': { body: AutomaticReply; reply: AutomaticReply };
  'GET /api/council/tasks': { reply: TaskPage };
  'GET /api/council/tasks/proposal': { reply: TaskProposal };
  'GET /api/council/recipients': { reply: Recipient[] };
  'POST /api/council/tasks': { body: NewTasks; reply: Task[] };
  'GET /api/threads/unread': { reply: UnreadThreads };
  'GET /api/threads/task/{}': { reply: Message[] };
  'POST /api/threads/task/{}': { body: NewMessage; reply: Message };
  'GET /api/threads/submission/{}': { reply: Message[] };
  'POST /api/threads/submission/{}': { body: NewMessage; reply: Message };
  'GET /api/cases/{}/export': { reply: CaseExportContents };
  'GET /api/work': { reply: WorkPage };
  'GET /api/cases/{}/story': { reply: CaseStory };
}
