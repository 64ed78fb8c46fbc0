import { describe, expect, it } from "@jest/globals";
import { ConflictError, NotFoundError, ValidationError } from "../../server/domain/errors.js";

describe("AppError", () => {
  it.each([
    [new ValidationError("Name it."), "ValidationError", 422],
    [new NotFoundError("Gone."), "NotFoundError", 404],
    [new ConflictError("Changed."), "ConflictError", 409],
  ])("carries its kind's name and status, when thrown, so that one handler can answer", (error, name, status) => {
    expect(error.name).toBe(name);
    expect(error.status).toBe(status);
  });
});
