import type { ReactNode } from 'react';
import { useSearch } from 'wouter';
import { Folded } from '../../../parts/Folded.tsx';

interface FiltersProps {
  words?: string;
  /** What else the frame is. */
  className?: string;
  children: ReactNode;
}

/** What narrows a list; on a phone folded until it is wanted, or narrows something already. */
export const Filters = ({ words = 'Search and filter', className = '', children }: FiltersProps) => (
  <Folded words={words} className={`council-filters ${className}`.trim()} begun={useSearch() !== ''}>
    {children}
  </Folded>
);
