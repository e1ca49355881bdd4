// `Object.groupBy` and `Map.groupBy` came with Node 21; the parser library calls the former, and remote hosts of
// VS Code may still run Node 20. Injected into every bundle before anything else.

if (typeof Object.groupBy !== 'function') {
  Object.defineProperty(Object, 'groupBy', {
    value: function groupBy(items, keyOf) {
      const groups = Object.create(null);
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        if (key in groups) groups[key].push(item);
        else groups[key] = [item];
      }
      return groups;
    },
    writable: true,
    configurable: true,
  });
}

if (typeof Map.groupBy !== 'function') {
  Object.defineProperty(Map, 'groupBy', {
    value: function groupBy(items, keyOf) {
      const groups = new Map();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        const group = groups.get(key);
        if (group) group.push(item);
        else groups.set(key, [item]);
      }
      return groups;
    },
    writable: true,
    configurable: true,
  });
}
