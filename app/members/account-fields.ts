import { z } from "zod";
import { LIMITS } from "#domain/limits.ts";
import { asMessage } from "#domain/words/refusal.ts";

const WRITE_NAME = asMessage("people", "write_name");

/** What every new account is asked for. How good the password is, the service decides. */
export const accountFields = {
  name: z.string(WRITE_NAME).trim().min(1, WRITE_NAME).max(LIMITS.name, asMessage("people", "shorter_name")),
  email: z.email(asMessage("people", "whole_email")),
  password: z.string(asMessage("people", "choose_password")),
};
