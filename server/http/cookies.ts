import { parseCookie, stringifySetCookie } from "cookie";

/** The session cookie: `__Host-` where the address is https, so that no other host or path can set it. */
export type SessionCookie = {
  name: string;
  read(header: string | undefined): string | null;
  set(id: string): string;
  clear(): string;
};

const SEVEN_DAYS = 7 * 24 * 60 * 60;

export function sessionCookie(https: boolean, port: number): SessionCookie {
  // Browsers share cookies between ports: the port in the name keeps two installations on one machine apart.
  const name = https ? "__Host-assay" : `assay-${port}`;
  const write = (value: string, maxAge: number) =>
    stringifySetCookie({ name, value, maxAge, path: "/", httpOnly: true, secure: https, sameSite: "lax" });
  return {
    name,
    read: (header) => parseCookie(header ?? "")[name] ?? null,
    set: (id) => write(id, SEVEN_DAYS),
    clear: () => write("", 0),
  };
}
