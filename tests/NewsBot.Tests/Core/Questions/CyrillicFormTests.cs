using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Questions;

public sealed class CyrillicFormTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 3, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Чому закрили міст?", AnswerKind.Reason)]
    [InlineData("Що спричинило аварію на мосту?", AnswerKind.Reason)]
    [InlineData("Внаслідок чого закрили міст?", AnswerKind.Reason)]
    [InlineData("Через що стоїть рух?", AnswerKind.Reason)]
    [InlineData("Яка причина затримки?", AnswerKind.Reason)]
    [InlineData("А навіщо закрили міст?", AnswerKind.Reason)]
    [InlineData("Почему закрыли мост?", AnswerKind.Reason)]
    [InlineData("Из-за чего закрыли мост?", AnswerKind.Reason)]
    [InlineData("Что стало причиной аварии?", AnswerKind.Reason)]
    [InlineData("По какой причине закрыли мост?", AnswerKind.Reason)]
    [InlineData("Хто такий Іван Гончар?", AnswerKind.Other)]
    [InlineData("Що сказав мер?", AnswerKind.Other)]
    public void The_question_word_tells_what_is_asked_for(string question, AnswerKind kind) => Assert.Equal(kind, QuestionAnalyzer.Analyze(question, Now).Kind);

    [Theory]
    [InlineData("Від кого отримали листа?")]
    [InlineData("З ким зустрівся мер?")]
    [InlineData("Із ким зустрівся мер?")]
    [InlineData("Про що домовилися сторони?")]
    [InlineData("До якого дня закрили міст?")]
    [InlineData("На чому їхали діти?")]
    [InlineData("Котрої години відкриють міст?")]
    [InlineData("Чиїм коштом збудували міст?")]
    [InlineData("Якими потягами їхали діти?")]
    [InlineData("Завдяки кому врятували дітей?")]
    [InlineData("Внаслідок чого закрили міст?")]
    [InlineData("Звідкіля приїхав мер?")]
    [InlineData("Протягом якого часу діятиме закон?")]
    [InlineData("Біля чого знайшли скарб?")]
    [InlineData("Невже міст закрили?")]
    [InlineData("Хіба міст закрили?")]
    [InlineData("От кого получили письмо?")]
    [InlineData("С кем встретился мэр?")]
    [InlineData("О чём договорились стороны?")]
    [InlineData("Отчего закрыли мост?")]
    [InlineData("Каким образом закрыли мост?")]
    [InlineData("Которого числа откроют мост?")]
    [InlineData("Чьими деньгами оплатили мост?")]
    [InlineData("Благодаря кому спасли детей?")]
    [InlineData("Из-за чего закрыли мост?")]
    [InlineData("Возле чего нашли клад?")]
    [InlineData("Неужели мост закрыли?")]
    public void A_question_word_and_its_preposition_are_no_name(string question) => Assert.Empty(QuestionAnalyzer.Analyze(question, Now).Names);
}
