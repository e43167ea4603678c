/** The session cookie. `__Host-` binds it to this host, path / and TLS (browsers treat localhost as secure). */
const hours = 3600;

export interface SessionCookie {
  read: (header: string | undefined) => string | undefined;
  set: (token: string) => string;
  clear: () => string;
}

export const sessionCookie = (publicUrl: string, sessionHours: number): SessionCookie => {
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
  const name = secure ? '__Host-session' : 'session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{20,100})(?:;|$)`);
  return {
    read: (header) => (header === undefined ? undefined : pattern.exec(header)?.[1]),
    set: (token) => `${name}=${token}; ${attributes}; Max-Age=${sessionHours * hours}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
};
