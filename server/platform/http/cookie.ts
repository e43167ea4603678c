/**
 * The cookies of the session and of a known device. `__Host-` binds them to this host, path / and TLS. Over plain HTTP, which only this
 * machine's own browser uses, they have neither that name nor `Secure`: Safari keeps no such cookie from http://localhost.
 */
const hour = 3600;
const deviceDays = 365;

export interface Cookies {
  read: (header: string | undefined) => string | undefined;
  set: (token: string) => string;
  clear: () => string;
  /** What this device was given at an earlier sign-in. It lets nobody in. */
  readDevice: (header: string | undefined) => string | undefined;
  setDevice: (value: string) => string;
}

export const cookiesOf = (publicUrl: string, sessionHours: number): Cookies => {
  const secure = new URL(publicUrl).protocol === 'https:';
  const prefix = secure ? '__Host-' : '';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const session = new RegExp(`(?:^|;\\s*)${prefix}session=([A-Za-z0-9_-]{20,100})(?:;|$)`);
  const device = new RegExp(`(?:^|;\\s*)${prefix}device=([A-Za-z0-9_.-]{20,500})(?:;|$)`);
  return {
    read: (header) => (header === undefined ? undefined : session.exec(header)?.[1]),
    set: (token) => `${prefix}session=${token}; ${attributes}; Max-Age=${sessionHours * hour}`,
    clear: () => `${prefix}session=; ${attributes}; Max-Age=0`,
    readDevice: (header) => (header === undefined ? undefined : device.exec(header)?.[1]),
    setDevice: (value) => `${prefix}device=${value}; ${attributes}; Max-Age=${deviceDays * 24 * hour}`,
  };
};
