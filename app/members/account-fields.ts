import { z } from "zod";
import { LIMITS } from "#domain/limits.ts";

/** What every new account is asked for. How good the password is, the service decides. */
export const accountFields = {
  name: z
    .string("Write your name.")
    .trim()
    .min(1, "Write your name.")
    .max(LIMITS.name, "Choose a shorter form of your name."),
  email: z.email("Write your e-mail address in full, for example ana@desk.example."),
  password: z.string("Choose a password."),
};
