// Compiles the schemas in a folder in ajv's strict mode, and validates documents by one of them.
const fs = require("fs");
const Ajv = require("ajv/dist/2020").default;
const formats = require("ajv-formats").default;

const [folder, ...examples] = process.argv.slice(2);
const compiled = (name) => {
  const ajv = new Ajv({ strict: true, allErrors: true });
  formats(ajv);
  return ajv.compile(JSON.parse(fs.readFileSync(`${folder}/${name}.json`)));
};
compiled("report");
for (const validate of [compiled("document"), compiled("form")]) {
  for (const example of examples) {
    if (!validate(JSON.parse(fs.readFileSync(example)))) {
      console.error(example, validate.errors);
      process.exit(1);
    }
  }
}
