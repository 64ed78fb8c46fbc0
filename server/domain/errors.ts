/**
 * The kinds of refusal. A message is for the learner: what happened, and what to do.
 * Anything thrown that is not an AppError is a bug.
 */
export abstract class AppError extends Error {
  /** HTTP status with which a refusal of this kind is answered. */
  abstract readonly status: number;
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** What was sent cannot be used as it is; `fields` says what is wrong with each named input. */
export class ValidationError extends AppError {
  readonly status = 422;
  constructor(
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** It does not exist, or not for this learner. */
export class NotFoundError extends AppError {
  readonly status = 404;
}

/** It changed since it was shown; nothing was done. */
export class ConflictError extends AppError {
  readonly status = 409;
}

/** It exists, but this learner, or this request, may not do that. */
export class ForbiddenError extends AppError {
  readonly status = 403;
}

/** Nobody is logged in. */
export class UnauthenticatedError extends AppError {
  readonly status = 401;
}

/** Too many tries; `retryAfterSeconds` from now the next one is looked at. */
export class TooManyRequestsError extends AppError {
  readonly status = 429;
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}

/** Ends a `switch` over a union: reached only if a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
