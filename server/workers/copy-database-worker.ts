import { workerData } from "node:worker_threads";
import { copyDatabase } from "../store/copy.js";
import type { CopyInput } from "./copy-database.js";

// What starts this worker gives it a CopyInput (copy-database.ts).
const { file, target } = workerData as CopyInput;
copyDatabase(file, target);
