import type { Field } from "./field.js";

export const sql: Field = {
  programs: `
    psql:
    sqlite3:`,
  notations: [
    {
      name: "SQL",
      asked: { in: "SQL" },
      called: "sql, mysql, postgresql, postgres, sqlite, mariadb, t-sql, pl/sql",
      saidWith: "",
      fences: "sql mysql postgresql postgres pgsql plsql sqlite tsql",
      marks: "",
      layout: "statements",
      comment: "--",
      asides: "",
      noun: "keyword",
      keywords: `
        SELECT, SELECT DISTINCT, DISTINCT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT, OFFSET, FETCH, INSERT, INSERT INTO, VALUES, UPDATE, SET,
        DELETE, DELETE FROM, TRUNCATE, TRUNCATE TABLE, MERGE, CREATE, CREATE TABLE, CREATE INDEX, CREATE VIEW, CREATE DATABASE, ALTER, ALTER
        DATABASE, ALTER TABLE, DROP, DROP TABLE, DROP DATABASE, DROP INDEX, JOIN, INNER JOIN, LEFT JOIN, LEFT OUTER JOIN, RIGHT JOIN, RIGHT OUTER
        JOIN, FULL JOIN, FULL OUTER JOIN, CROSS JOIN, NATURAL JOIN, SELF JOIN, ON, USING, UNION, UNION ALL, INTERSECT, EXCEPT, MINUS, IN, NOT IN,
        EXISTS, BETWEEN, LIKE, ILIKE, IS NULL, IS NOT NULL, AND, OR, NOT, ANY, ALL, CASE, WITH, WINDOW, PARTITION BY, OVER, COUNT, SUM, AVG, MIN,
        MAX, COALESCE, CAST, PRIMARY KEY, FOREIGN KEY, UNIQUE, NOT NULL, CHECK, DEFAULT, REFERENCES, GRANT, REVOKE, COMMIT, ROLLBACK, SAVEPOINT,
        BEGIN, EXPLAIN, ANALYZE, VACUUM, ROW_NUMBER, RANK, DENSE_RANK, LAG, LEAD`,
    },
  ],
};
