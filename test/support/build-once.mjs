import { build } from "../../server/build.mjs";

/** Workers and the command line run from compiled code, so it is made anew before the tests. */
export default async function buildOnce() {
  await build();
}
