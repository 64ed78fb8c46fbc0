/** The database, or a copy of it, cannot be used as it is; nothing was changed. The message says why and what to do. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StartError";
  }
}
