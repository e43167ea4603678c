export { createAttachments, type Attachments } from './attachments.ts';
export { beginDraft } from './begin.ts';
export { keepToSend, senderOf, uploadToSend } from './council-documents.ts';
export type {
  AttachmentDocument,
  CouncilResponse,
  DraftDocument,
  Frozen,
  ScanState,
  SubmissionDocument,
} from './documents.ts';
export { createDrafts, type Drafts } from './drafts.ts';
export { documentsAddedBy } from './guard.ts';
export { knownValues } from './known.ts';
export { viewerFrom, viewerOf, type Judge, type Viewers, type ViewerContext, type SeenCopy } from './viewers.ts';
export { noticeEffect, titleOf } from './notices/notices.ts';
export { createPeople, type People, type PersonDocument } from './people.ts';
export { lockedCells, prefill, withLocked, type Prefilled } from './prefill.ts';
export { createReminders, removeReminders, type Reminders } from './notices/reminders.ts';
export { allowanceIds, createRoom, type Room } from './room.ts';
export { createDraftRemoval, type DraftRemoval } from './removal.ts';
export { refuseExpired } from './save.ts';
export { subjectOf } from './subject.ts';
export { draftsModule } from './module.ts';
