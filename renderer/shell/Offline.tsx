import { useSyncExternalStore } from 'react';
import { Notice } from '../parts/Notice.tsx';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** Says that the device has no connection, for as long as it has none. */
export const Offline = () => {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className="no-print" lang="en-GB">
      {!online && (
        <Notice kind="warning">
          <p>You are offline. What you write in a form is kept on this device and sent when you are online again.</p>
        </Notice>
      )}
    </div>
  );
};
