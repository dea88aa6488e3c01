export { writeExample } from './write-example.ts'
