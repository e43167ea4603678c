import type { ClockReading } from '../../../../wire/case.ts';
import { formatDate } from '../../../../engine/index.ts';

const looks: Record<string, string | undefined> = {
  late: 'due-late',
  early: 'due-late',
  soon: 'due-soon',
};

/** When a clock is due and how near that is: the words say it, the colour repeats it. */
export const ClockDue = ({ clock }: { clock: ClockReading }) => (
  <span className={clock.owedBy === 'others' && clock.state === 'late' ? 'due-soon' : looks[clock.state]}>
    <span className="nowrap">{formatDate(clock.dueOn)}</span> · {clock.words}
    {clock.exception && <span className="row-note">Exception: {clock.exception.label}</span>}
  </span>
);

/** What a clock is called, which of several it is and, where there is room, where its rule stands. */
export const ClockName = ({ clock, withSource = false }: { clock: ClockReading; withSource?: boolean }) => (
  <>
    {clock.label}
    {clock.about !== undefined && <span className="row-note">{clock.about}</span>}
    {withSource && clock.source && (
      <details className="row-note">
        <summary>{clock.source.law}</summary>
        {clock.source.says}
      </details>
    )}
  </>
);
