import { type AppError, isAppError } from "#domain/errors.ts";

/** The refusal that this ends with. Throws when it is not refused; what is no refusal goes on. */
export function refusal(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    return demandRefusal(error);
  }
  throw new Error("It was not refused.");
}

export async function laterRefusal(running: Promise<unknown>): Promise<AppError> {
  try {
    await running;
  } catch (error) {
    return demandRefusal(error);
  }
  throw new Error("It was not refused.");
}

function demandRefusal(error: unknown): AppError {
  if (isAppError(error)) return error;
  throw error;
}
