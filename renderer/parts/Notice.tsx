import type { ReactNode } from 'react';
import { AlertIcon, TickIcon } from './icons.tsx';
import './notice.css';

interface NoticeProps {
  kind?: 'info' | 'success' | 'warning' | 'danger';
  /** Read out when it appears: `status` politely, `alert` at once. */
  role?: 'status' | 'alert';
  children: ReactNode;
}

const words = { info: '', success: 'Success: ', warning: 'Warning: ', danger: 'Problem: ' };

/** Something worth knowing, set apart from the text around it. */
export const Notice = ({ kind = 'info', role, children }: NoticeProps) => (
  <div className={`notice notice-${kind}`} role={role}>
    {kind === 'success' ? <TickIcon /> : <AlertIcon />}
    <div className="notice-body">
      <span className="visually-hidden">{words[kind]}</span>
      {children}
    </div>
  </div>
);
