/** Lets `./name.js`, as Node wants it written, find `./name.ts` while tests run from the sources. */
module.exports = (request, options) => {
  try {
    return options.defaultResolver(request, options);
  } catch (error) {
    if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
    return options.defaultResolver(request.replace(/\.js$/, ".ts"), options);
  }
};
