// Reads a GEXF file as Gephi Lite does, and prints what it found as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { MultiDirectedGraph } = require("graphology");
const gexf = require("graphology-gexf");

const graph = gexf.parse(MultiDirectedGraph, readFileSync(process.argv[2], "utf8"), { respectInputGraphType: true });
console.log(
  JSON.stringify({
    meta: graph.getAttributes(),
    nodes: graph.mapNodes((id, attributes) => ({ id, attributes })),
    edges: graph.mapEdges((id, attributes, source, target) => ({ id, attributes, source, target })),
  }),
);
