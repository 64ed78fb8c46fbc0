export function diffMigrationsAgainstSchema(): Promise<{ readonly sql: string; readonly differs: boolean }>;
export function deployMigrations(file: string): Promise<readonly string[]>;
