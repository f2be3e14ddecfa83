import { z } from "zod";
import { LIMITS } from "#domain/limits.ts";

const flag = (what: string) =>
  z.enum(["true", "false"], `${what} must be true or false.`).transform((value) => value === "true");
const count = (what: string) =>
  z.coerce
    .number(`${what} must be a number.`)
    .int(`${what} must be a whole number.`)
    .positive(`${what} must be above 0.`);

// Compared with the Origin header letter by letter, so "https://Desk.example.org" or ":443" would lock everybody out.
function isOrigin(address: string): boolean {
  const url = URL.parse(address);
  return url?.origin === address && /^https?:$/.test(url.protocol);
}

function isSmtp(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "";
}

/** Every setting, with its default. `.env.example` lists the same names; a test compares them. */
export const settings = z.object({
  PORT: z.coerce
    .number("PORT must be a number, for example 3000.")
    .int("PORT must be a whole number, for example 3000.")
    .min(0, "PORT must be between 0 and 65535.")
    .max(65_535, "PORT must be between 0 and 65535.")
    .default(3000),
  HOST: z.string().min(1, "HOST must be an address to listen on, for example 127.0.0.1.").default("127.0.0.1"),
  ASSAY_METRICS_PORT: z.coerce
    .number("ASSAY_METRICS_PORT must be a number, for example 9464.")
    .int("ASSAY_METRICS_PORT must be a whole number, for example 9464.")
    .min(1, "ASSAY_METRICS_PORT must be between 1 and 65535.")
    .max(65_535, "ASSAY_METRICS_PORT must be between 1 and 65535.")
    .optional(),
  ASSAY_DATA: z.string().min(1, "ASSAY_DATA must name a folder, for example ./data.").default("./data"),
  ASSAY_ORIGIN: z
    .url("ASSAY_ORIGIN must be the full address people type, for example https://desk.example.org.")
    .refine(
      isOrigin,
      "ASSAY_ORIGIN must be what browsers send: http or https and the host in lower case, nothing after it.",
    )
    .optional(),
  ASSAY_SMTP_URL: z
    .string()
    .refine(isSmtp, "ASSAY_SMTP_URL must be a mail server, for example smtps://user:password@mail.example.org.")
    .optional(),
  ASSAY_MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>"\p{Cc}]+ )?<?[^\s<>@",]+@[^\s<>@",]+>?$/u,
      "ASSAY_MAIL_FROM must be an address, for example Assay <assay@desk.example.org>.",
    )
    .optional(),
  ASSAY_TRUST_PROXY: flag("ASSAY_TRUST_PROXY").default(false),
  ASSAY_PRIVATE_WEBHOOKS: flag("ASSAY_PRIVATE_WEBHOOKS").default(false),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "silent"],
      "LOG_LEVEL must be fatal, error, warn, info, debug or silent.",
    )
    .default("info"),
  ASSAY_LIMIT_ARTICLE: count("ASSAY_LIMIT_ARTICLE").default(LIMITS.article),
  ASSAY_LIMIT_MESSAGE: count("ASSAY_LIMIT_MESSAGE").default(LIMITS.message),
  ASSAY_LIMIT_DOCUMENT: count("ASSAY_LIMIT_DOCUMENT").default(LIMITS.document),
  ASSAY_LIMIT_PARTS: count("ASSAY_LIMIT_PARTS").default(LIMITS.documentStructs),
  ASSAY_LIMIT_OPENING: count("ASSAY_LIMIT_OPENING").default(LIMITS.opening),
  ASSAY_LIMIT_PRESENCE: count("ASSAY_LIMIT_PRESENCE").default(LIMITS.awareness),
  ASSAY_LIMIT_MESSAGES: count("ASSAY_LIMIT_MESSAGES").default(LIMITS.messagesPerSecond),
  ASSAY_LIMIT_BYTES: count("ASSAY_LIMIT_BYTES").default(LIMITS.bytesPerSecond),
  ASSAY_LIMIT_BUFFER: count("ASSAY_LIMIT_BUFFER").default(LIMITS.socketBuffer),
  ASSAY_LIMIT_SOCKETS: count("ASSAY_LIMIT_SOCKETS").default(LIMITS.socketsPerMember),
});

export type Settings = z.infer<typeof settings>;

/** The bounds of the room server, as they are set. */
export const roomLimits = (given: Settings) => ({
  message: given.ASSAY_LIMIT_MESSAGE,
  document: given.ASSAY_LIMIT_DOCUMENT,
  documentStructs: given.ASSAY_LIMIT_PARTS,
  opening: given.ASSAY_LIMIT_OPENING,
  awareness: given.ASSAY_LIMIT_PRESENCE,
  messagesPerSecond: given.ASSAY_LIMIT_MESSAGES,
  bytesPerSecond: given.ASSAY_LIMIT_BYTES,
  socketBuffer: given.ASSAY_LIMIT_BUFFER,
  socketsPerMember: given.ASSAY_LIMIT_SOCKETS,
});

/**
 * Reads the settings from the environment.
 * @throws Error whose message names each wrong setting and says what to write.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw wrong(parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`));
  if (parsed.data.ASSAY_SMTP_URL && !parsed.data.ASSAY_MAIL_FROM)
    throw wrong([
      "  ASSAY_MAIL_FROM: ASSAY_MAIL_FROM must say from which address mails come, because ASSAY_SMTP_URL is set.",
    ]);
  return parsed.data;
}

const wrong = (lines: readonly string[]) =>
  new Error(
    `Assay did not start, because a setting is wrong:\n${lines.join("\n")}\nThe settings are explained in .env.example.`,
  );
