/** Figures like those of a generated report, as YAML with a schema of its own. */
export interface GeneratedYaml {
  readonly text: string;
  readonly figureLine: number;
}

const LINES_A_PROJECT = 13;

export function generateYaml(lines: number, schema: string): GeneratedYaml {
  const projects = Math.max(1, Math.round(lines / LINES_A_PROJECT));
  const text = [
    `# yaml-language-server: $schema=${schema}`,
    'projects:',
    ...Array.from({ length: projects }, (_, index) => project(index + 1)),
    '',
  ].join('\n');
  const middle = Math.floor(projects / 2) + 1;
  return { text, figureLine: text.split('\n').findIndex((line) => line.includes(`商品服务${middle}:`)) };
}

function project(number: number): string {
  return `  - name: 项目资金${number}
    label: 第${number}个项目资金
    unit: 万元
    total: ${200 + (number % 90)}.5
    parts:
      工资福利${number}: ${100 + (number % 90)}.25
      商品服务${number}: ${50 + (number % 40)}.25
      资本性支出${number}: 20
    people:
      total: ${580 + number}
      men: ${300 + number}
      women: 280
    text: 2024年第${number}个项目按照绩效目标逐项核对，完成造林面积，受益人口增加。`;
}

export const YAML_SCHEMA = {
  type: 'object',
  required: ['projects'],
  properties: {
    projects: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'label', 'unit', 'total', 'parts', 'people', 'text'],
        additionalProperties: false,
        properties: {
          name: { type: 'string' },
          label: { type: 'string' },
          unit: { enum: ['元', '万元', '亿元'] },
          total: { type: 'number', minimum: 0 },
          parts: { type: 'object', additionalProperties: { type: 'number', minimum: 0 } },
          people: {
            type: 'object',
            required: ['total', 'men', 'women'],
            properties: {
              total: { type: 'integer' },
              men: { type: 'integer' },
              women: { type: 'integer' },
            },
          },
          text: { type: 'string', minLength: 10 },
        },
      },
    },
  },
};
