/** How many cases a property test tries: few in `npm test`, many in `npm run fuzz`. */
export const runs = (few: number, many: number): number => (process.env.FUZZ ? many : few);
