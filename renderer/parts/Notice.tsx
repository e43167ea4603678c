import type { ReactNode } from 'react';
import { AlertIcon, TickIcon } from './icons.tsx';
import './notice.css';
import { useT } from './words.ts';

interface NoticeProps {
  kind?: 'info' | 'success' | 'warning' | 'danger';
  /** Read out when it appears: `status` politely, `alert` at once. */
  role?: 'status' | 'alert';
  children: ReactNode;
}

/** Something worth knowing, set apart from the text around it. */
export const Notice = ({ kind = 'info', role, children }: NoticeProps) => {
  const t = useT();
  return (
    <div className={`notice notice-${kind}`} role={role}>
      {kind === 'success' ? <TickIcon /> : <AlertIcon />}
      <div className="notice-body">
        <span className="visually-hidden">{kind === 'info' ? '' : t(`notice.${kind}`)}</span>
        {children}
      </div>
    </div>
  );
};
