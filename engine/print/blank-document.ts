/** The tree from which a form for paper is drawn: every question with the room to answer it by pen. */
import type { Pointer } from '../json.ts';
import type { PrintDocument } from './document.ts';

export interface BlankDocument extends Omit<PrintDocument, 'status' | 'sections'> {
  status: 'blank';
  /** At the foot of every page: whom to ask; empty where no telephone is known. */
  help: string;
  sections: BlankSection[];
}

export interface BlankSection {
  id: string;
  heading: string;
  blocks: BlankBlock[];
}

export type BlankBlock = { kind: 'heading'; text: string } | { kind: 'note'; text: string } | AskedQuestion;

/** A question with the room for its answer. */
export interface AskedQuestion {
  kind: 'asked';
  pointer: Pointer;
  question: string;
  required: boolean;
  /** Help, and what else stands between the question and its room; a line each. */
  help: string[];
  /** Sentences that say when it is to be answered; none when everybody answers it. */
  when: string[];
  room: Room;
}

export interface Tick {
  label: string;
  ticked: boolean;
}

/** The room for an answer; `written` stands in it already. */
export type Room =
  | { kind: 'line'; width: 'short' | 'half' | 'full'; before: string; written: string[] }
  | { kind: 'lines'; count: number; written: string[] }
  /** Eight boxes in three groups under the names of their parts; `written` as an ISO date, or empty. */
  | { kind: 'date'; parts: [string, string, string]; written: string }
  | { kind: 'ticks'; ticks: Tick[] }
  | { kind: 'parts'; blocks: BlankBlock[] }
  /** Rows of which each is asked by itself, one under the other. */
  | { kind: 'records'; records: { name: string; when: string[]; blocks: BlankBlock[] }[] }
  | BlankTable;

export interface BlankTable {
  kind: 'table';
  columns: { label: string; when: string[] }[];
  rows: Cell[][];
}

/** `name`: what the row is called. */
export type Cell = Extract<Room, { kind: 'line' | 'date' | 'ticks' }> | { kind: 'name'; lines: string[] };
